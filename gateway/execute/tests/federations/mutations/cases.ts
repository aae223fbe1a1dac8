import type { FederationCase } from '../../federation-case.ts';

export const cases: FederationCase[] = [
  {
    it: 'writes in the order of the operation, across subgraphs',
    operation: `mutation ($text: String!) {
      one: addFirst(text: $text) { id }
      two: addSecond(text: "b") { id }
      three: addThird(text: "c") { id length }
    }`,
    variables: { text: 'a' },
    data: { one: { id: '1 a' }, two: { id: '2 b' }, three: { id: '3 c', length: 3 } },
  },
  {
    it: 'goes on after a write that failed',
    operation: 'mutation { fail { id } addSecond(text: "d") { id } }',
    data: { fail: null, addSecond: { id: '4 d' } },
    errorPaths: [['fail']],
  },
];
