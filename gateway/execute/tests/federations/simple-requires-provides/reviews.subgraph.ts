import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'reviews',
  typeDefs: `
    type Review @key(fields: "id") { id: ID! body: String author: Person @provides(fields: "handle") lamp: Lamp }
    type Person @key(fields: "id") { id: ID! handle: String @external reviews: [Review] }
    type Lamp @key(fields: "sku") { sku: ID! reviews: [Review] }
  `,
  resolvers: {
    Person: {
      reviews: () => [{ id: 'r1', body: 'Bright', author: { id: 'p1', handle: 'provided ada' }, lamp: { sku: 'l1' } }],
    },
    Lamp: {
      reviews: ({ sku }: { sku: string }) =>
        sku === 'l1'
          ? [{ id: 'r1', body: 'Bright', author: { id: 'p1', handle: 'provided ada' }, lamp: { sku } }, null]
          : [],
    },
  },
};
