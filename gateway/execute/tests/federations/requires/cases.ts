import type { FederationCase } from '../../federation-case.ts';

export const cases: FederationCase[] = [
  {
    it: 'fetches an input with its argument',
    operation: '{ parcels { postage } }',
    data: { parcels: [{ postage: 3 }, { postage: null }] },
  },
  {
    it: 'keeps an input apart from the same field with other arguments',
    operation: '{ parcels { weight postage heavy: weight(unit: "g") } }',
    data: {
      parcels: [
        { weight: 0.25, postage: 3, heavy: 250 },
        { weight: null, postage: null, heavy: null },
      ],
    },
  },
  {
    it: 'sends nested inputs, and null where there is none',
    operation: '{ parcels { label } }',
    data: { parcels: [{ label: '2x3' }, { label: null }] },
  },
  {
    it: 'sends lists of nested inputs',
    operation: '{ parcels { id contents } }',
    data: {
      parcels: [
        { id: '1', contents: '2 pen, 1 ink' },
        { id: '2', contents: '' },
      ],
    },
  },
  {
    it: 'takes no alias of the client for an input, however deep',
    operation: '{ parcels { size { height: width } weight: postage label } }',
    data: {
      parcels: [
        { size: { height: 2 }, weight: 3, label: '2x3' },
        { size: null, weight: null, label: null },
      ],
    },
  },
];
