import type { FederationCase } from '../../federation-case.ts';
export const cases: FederationCase[] = [
  {
    it: 'follows overrides of implementers through the interface',
    operation: '{ posts { id sentOn } latest { __typename sentOn } }',
    data: {
      posts: [
        { id: 'l1', sentOn: 'letter/old' },
        { id: 'c1', sentOn: 'card/new' },
      ],
      latest: [
        { __typename: 'Letter', sentOn: 'letter/old' },
        { __typename: 'Card', sentOn: 'card/new' },
      ],
    },
  },
  {
    it: 'follows them under fragments too',
    operation: '{ posts { ... on Card { picture on: sentOn } ... on Post { sentOn } } }',
    data: { posts: [{ sentOn: 'letter/old' }, { picture: null, on: 'card/new', sentOn: 'card/new' }] },
  },
];
