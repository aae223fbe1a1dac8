import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'stock',
  typeDefs: `
    type Lamp @key(fields: "sku") {
      sku: ID!
      kilos: Int @external
      price: Int @external
      inStock: Boolean
      shipping: Int @requires(fields: "price kilos")
      shippingTag: String @requires(fields: "price kilos")
    }
  `,
  resolvers: {
    Lamp: {
      inStock: ({ sku }: { sku: string }) => sku === 'l1',
      shipping: ({ price, kilos }: { price: number; kilos: number }) => price + kilos,
      shippingTag: ({ sku, price, kilos }: { sku: string; price: number; kilos: number }) =>
        `#${sku}#${kilos}#${price}`,
    },
  },
};
