import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'post',
  typeDefs: `
    type Parcel @key(fields: "code") {
      code: ID!
      price(currency: String!): Float @external
      kilos(unit: Unit! = KG, round: Boolean): Float @external
      postage: Float @requires(fields: "price(currency: \\"USD\\") kilos(unit: LB)")
      category: String @requires(fields: "price(currency: \\"EUR\\") kilos(unit: KG, round: true)")
    }
    enum Unit { KG LB }
  `,
  resolvers: {
    Parcel: {
      postage: ({ price, kilos }: { price: number; kilos: number }) => price + kilos,
      category: ({ price, kilos }: { price: number; kilos: number }) => `${price}/${kilos}`,
    },
  },
};
