import type { FederationCase } from '../../federation-case.ts';
export const cases: FederationCase[] = [
  {
    it: 'builds nested keys of lists from what other subgraphs give',
    operation: `{ crates { serial weight { kilos } neighbours { crates { serial } lead { serial weight { kilos } } chosen { line } } } }`,
    data: {
      crates: [
        {
          serial: 'c1',
          weight: { kilos: 12.5 },
          neighbours: {
            crates: [{ serial: 'c2' }, { serial: 'c3' }],
            lead: { serial: 'c1', weight: { kilos: 12.5 } },
            chosen: { line: 'south' },
          },
        },
        {
          serial: 'c2',
          weight: { kilos: 8 },
          neighbours: {
            crates: [{ serial: 'c1' }, { serial: 'c3' }],
            lead: { serial: 'c1', weight: { kilos: 12.5 } },
            chosen: { line: 'south' },
          },
        },
        {
          serial: 'c3',
          weight: { kilos: 8 },
          neighbours: {
            crates: [{ serial: 'c1' }, { serial: 'c2' }],
            lead: { serial: 'c1', weight: { kilos: 12.5 } },
            chosen: { line: 'south' },
          },
        },
      ],
    },
  },
  {
    it: 'passes several subgraphs to reach the one whose key is the largest',
    operation: '{ crates { neighbours { heaviest { serial } } } }',
    data: {
      crates: [
        { neighbours: { heaviest: { serial: 'c2' } } },
        { neighbours: { heaviest: { serial: 'c1' } } },
        { neighbours: { heaviest: { serial: 'c1' } } },
      ],
    },
  },
];
