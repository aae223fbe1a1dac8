import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'walks',
  typeDefs: `
    type Corner @key(fields: "code") { code: ID! nearest: Sign quiet: Boolean! }
    type Sign @interfaceObject @key(fields: "id") { id: ID! steps(from: ID!): Int! }
  `,
  resolvers: {
    Corner: { nearest: ({ code }: { code: string }) => ({ id: code === 'NE' ? 's2' : 's1' }), quiet: () => true },
    Sign: { steps: ({ id }: { id: string }, { from }: { from: string }) => id.length * 10 + from.length },
  },
};
