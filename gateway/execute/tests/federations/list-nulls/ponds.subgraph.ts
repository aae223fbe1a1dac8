import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'ponds',
  typeDefs: `
    type Query { ponds: [Pond] strictPonds: [Pond!] strictest: [Pond!]! grid: [[Pond!]]! }
    type Pond @key(fields: "id") { id: ID! }
  `,
  resolvers: {
    Query: {
      ponds: () => [{ id: '1' }, { id: 'bad' }, null, { id: '2' }],
      strictPonds: () => [{ id: '1' }, { id: 'bad' }],
      strictest: () => [{ id: '1' }],
      grid: () => [[{ id: '1' }, { id: '2' }], null, [{ id: 'bad' }], []],
    },
  },
};
