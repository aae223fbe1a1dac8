import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'places',
  typeDefs: `
    type Sign @interfaceObject @key(fields: "id") { id: ID! corner: Corner }
    type Corner @key(fields: "code") { code: ID! }
    type Query { corner: Corner }
  `,
  resolvers: {
    Query: { corner: () => ({ code: 'NE' }) },
    Sign: { corner: ({ id }: { id: string }) => (id === 's1' ? { code: 'NW' } : null) },
  },
};
