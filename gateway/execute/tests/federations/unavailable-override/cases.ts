import type { FederationCase } from '../../federation-case.ts';
export const cases: FederationCase[] = [
  {
    it: 'keeps a field that overrides a subgraph which is no longer there',
    operation: '{ wells { depth litres } dry { depth kind litres } }',
    data: { wells: [{ depth: 12, litres: 5.5 }], dry: [{ depth: 12, kind: 'stone', litres: 5.5 }] },
  },
];
