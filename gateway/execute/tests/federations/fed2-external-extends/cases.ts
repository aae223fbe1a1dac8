import type { FederationCase } from '../../federation-case.ts';
export const cases: FederationCase[] = [
  {
    it: 'joins an extended type of the second federation',
    operation: '{ baker { name opens loaves { grams baker { opens } } } best { opens id } provided { name } }',
    data: {
      baker: { name: 'Name b1', opens: 6, loaves: [{ grams: 500, baker: { opens: 6 } }] },
      best: { opens: 6, id: 'b3' },
      provided: { name: 'Provided' },
    },
  },
];
