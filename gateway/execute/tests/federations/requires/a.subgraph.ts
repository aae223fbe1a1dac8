import type { TestSubgraph } from '../../federation.ts';
import { parcels } from './data.ts';

export const subgraph: TestSubgraph = {
  name: 'a',
  typeDefs: `
    type Query { parcels: [Parcel!]! }
    type Parcel @key(fields: "id") { id: ID! weight(unit: String! = "kg"): Float size: Size lines: [Line!]! }
    type Size @shareable { width: Int height: Int }
    type Line @shareable { sku: String! count: Int! }
  `,
  resolvers: {
    Query: { parcels: () => parcels },
    Parcel: {
      weight: ({ grams }: { grams: number | null }, { unit }: { unit: string }) =>
        grams === null ? null : unit === 'g' ? grams : grams / 1000,
    },
  },
};
