import type { TestSubgraph } from '../../federation.ts';

export const subgraph: TestSubgraph = {
  name: 'a',
  typeDefs: `
    type Query { safe: Box strict: Strict! list: [Item!] loose: [Item] }
    type Box { strict: Strict nested: Box }
    type Strict @key(fields: "id") { id: ID! }
    type Item @key(fields: "id") { id: ID! }
  `,
  resolvers: {
    Query: {
      safe: () => ({ strict: { id: '1' }, nested: { strict: { id: '2' } } }),
      strict: () => ({ id: '1' }),
      list: () => [{ id: '1' }, { id: '2' }],
      loose: () => [{ id: '1' }, { id: '2' }],
    },
  },
};
