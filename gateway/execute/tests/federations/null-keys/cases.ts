import type { FederationCase } from '../../federation-case.ts';
export const cases: FederationCase[] = [
  {
    it: 'asks for nobody whose key is null',
    operation: '{ volumes { title number } }',
    data: {
      volumes: [{ title: 'One', number: 'n1' }, { title: 'Two', number: null }, null, { title: null, number: null }],
    },
  },
  {
    it: 'nulls the objects whose required field cannot be asked for, and no other',
    operation: '{ volumes { title author { name } } }',
    data: { volumes: [{ title: 'One', author: { name: 'Author n1' } }, null, null, null] },
    errorPaths: [
      ['volumes', 1, 'author'],
      ['volumes', 3, 'author'],
    ],
  },
];
