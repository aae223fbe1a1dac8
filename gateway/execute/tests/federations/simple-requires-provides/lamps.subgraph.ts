import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'lamps',
  typeDefs: `
    type Query { lamps: [Lamp] }
    type Lamp @key(fields: "sku") { sku: ID! name: String price: Int kilos: Int }
  `,
  resolvers: {
    Query: { lamps: () => [{ sku: 'l1' }, null, { sku: 'l2' }] },
    Lamp: {
      name: ({ sku }: { sku: string }) => `Lamp ${sku}`,
      price: ({ sku }: { sku: string }) => (sku === 'l1' ? 40 : 60),
      kilos: ({ sku }: { sku: string }) => (sku === 'l1' ? 2 : 5),
    },
  },
};
