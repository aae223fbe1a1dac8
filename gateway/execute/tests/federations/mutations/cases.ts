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
    data: { fail: null, addSecond: { id: '1 d' } },
    errorPaths: [['fail']],
  },
  {
    it: 'alternates between subgraphs as often as the operation does, each write after the one before',
    operation: `mutation {
      a: addSecond(text: "1") { id } b: addFirst(text: "2") { id length } c: addSecond(text: "3") { id length }
      ...More
      f: addFirst(text: "6") { id }
    }
    fragment More on Mutation { d: addThird(text: "4") { id } e: addSecond(text: "5") { id } }`,
    data: {
      a: { id: '1 1' },
      b: { id: '2 2', length: 2 },
      c: { id: '3 3', length: 3 },
      d: { id: '4 4' },
      e: { id: '5 5' },
      f: { id: '6 6' },
    },
  },
  {
    it: 'writes no more where a required field of the root failed, but what was written stays told',
    operation: 'mutation { addFirst(text: "x") { id length } fail { id } __typename }',
    data: { addFirst: { id: '1 x', length: 1 }, fail: null, __typename: 'Mutation' },
    errorPaths: [['fail']],
  },
];
