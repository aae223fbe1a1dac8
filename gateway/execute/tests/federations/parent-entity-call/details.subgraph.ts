import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'details',
  typeDefs: `
    type Good @key(fields: "id") { id: ID! group: Group @shareable }
    type Group { size: Int! @shareable title: String! @shareable }
  `,
  resolvers: {
    Good: { group: ({ id }: { id: string }) => ({ size: id.length, title: `group of ${id}` }) },
  },
};
