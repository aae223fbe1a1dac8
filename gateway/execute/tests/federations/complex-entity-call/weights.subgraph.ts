import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'weights',
  typeDefs: `
    type Crate @key(fields: "serial line tag { serial line }") {
      serial: ID!
      line: String @shareable
      tag: Tag @shareable
      weight: Weight
    }
    type Tag @key(fields: "serial line") { serial: ID! line: String @shareable }
    type Weight { kilos: Float! }
    type Pallet @key(fields: "crates { serial line tag { serial line } } chosen { serial line tag { serial line } }") {
      crates: [Crate!]!
      chosen: Crate
      heaviest: Crate
    }
  `,
  resolvers: {
    Crate: { weight: ({ tag }: { tag: { line: string } }) => ({ kilos: tag.line === 'north' ? 12.5 : 8 }) },
    Pallet: { heaviest: ({ crates }: { crates: object[] }) => crates[0] },
  },
};
