import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'tariffs',
  typeDefs: `
    type Query { parcels: [Parcel!] }
    type Parcel @key(fields: "code") { code: ID! price(currency: String!): Float kilos(unit: Unit! = KG, round: Boolean): Float }
    enum Unit { KG LB }
  `,
  resolvers: {
    Query: { parcels: () => [{ code: 'p1' }, { code: 'p2' }] },
    Parcel: {
      price: (_: unknown, { currency }: { currency: string }) => (currency === 'EUR' ? 10 : 11),
      kilos: (_: unknown, { unit, round }: { unit: string; round?: boolean }) =>
        (unit === 'KG' ? 2.5 : 5.5) + (round ? 0.5 : 0),
    },
  },
};
