import type { TestSubgraph } from '../../federation.ts';
import { journal } from './data.ts';

export const subgraph: TestSubgraph = {
  name: 'b',
  typeDefs: `
    type Mutation { addSecond(text: String!): Entry }
    type Entry @key(fields: "id") { id: ID! length: Int! }
  `,
  resolvers: {
    Mutation: {
      addSecond: async (_: unknown, { text }: { text: string }) => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        return { id: `${journal.push(text)} ${text}` };
      },
    },
    Entry: { length: () => journal.length },
  },
};
