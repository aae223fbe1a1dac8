import type { TestSubgraph } from '../../federation.ts';
import { people } from './data.ts';

export const subgraph: TestSubgraph = {
  name: 'a',
  typeDefs: `
    type Query { people: [Person!]! kinds: [Kind!] things: [Thing] }
    type Person @key(fields: "id") { id: ID! kind: Kind secret: String @inaccessible }
    enum Kind { RESIDENT VISITOR WITNESS @inaccessible }
    union Thing = Chair | Safe
    type Chair { legs: Int! }
    type Safe @inaccessible { code: Int! }
  `,
  resolvers: {
    Query: {
      people: () => people,
      kinds: () => ['RESIDENT', 'VISITOR'],
      things: () => [
        { __typename: 'Chair', legs: 3 },
        { __typename: 'Safe', code: 1 },
      ],
    },
  },
};
