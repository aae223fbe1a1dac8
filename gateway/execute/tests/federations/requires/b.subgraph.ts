import type { TestSubgraph } from '../../federation.ts';

export const subgraph: TestSubgraph = {
  name: 'b',
  typeDefs: `
    type Parcel @key(fields: "id") {
      id: ID!
      weight(unit: String! = "kg"): Float @external
      size: Size @external
      lines: [Line!]! @external
      postage: Int @requires(fields: "weight(unit: \\"g\\")")
      label: String @requires(fields: "size { width height }")
      contents: String @requires(fields: "lines { sku count }")
    }
    type Size @shareable { width: Int @external height: Int @external }
    type Line @shareable { sku: String! @external count: Int! @external }
  `,
  resolvers: {
    Parcel: {
      postage: ({ weight }: { weight: number | null }) => (weight === null ? null : Math.ceil(weight / 100)),
      label: ({ size }: { size: { width: number; height: number } | null }) => size && `${size.width}x${size.height}`,
      contents: ({ lines }: { lines: { sku: string; count: number }[] }) =>
        lines.map(({ sku, count }) => `${count} ${sku}`).join(', '),
    },
  },
};
