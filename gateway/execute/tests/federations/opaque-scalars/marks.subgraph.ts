import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'marks',
  typeDefs: `
    scalar Json
    scalar Long
    type Form @key(fields: "id") { id: Long! mark: Json total: Long! }
  `,
  resolvers: { Form: { mark: ({ id }: { id: unknown }) => ({ of: id, list: [] }), total: () => 12345678901234 } },
};
