import type { TestSubgraph } from '../../federation.ts';
import { journal } from './data.ts';

export const subgraph: TestSubgraph = {
  name: 'a',
  typeDefs: `
    type Query { entries: [String!]! }
    type Mutation { addFirst(text: String!): Entry addThird(text: String!): Entry fail: Entry }
    type Entry @key(fields: "id") { id: ID! }
  `,
  resolvers: {
    Query: { entries: () => journal },
    Mutation: {
      addFirst: (_: unknown, { text }: { text: string }) => ({ id: `${journal.push(text)} ${text}` }),
      addThird: (_: unknown, { text }: { text: string }) => ({ id: `${journal.push(text)} ${text}` }),
      fail: () => {
        throw new Error('refused to write');
      },
    },
  },
};
