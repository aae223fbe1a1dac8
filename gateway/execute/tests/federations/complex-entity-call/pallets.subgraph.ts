import type { TestSubgraph } from '../../federation.ts';
import { crates } from './data.ts';

export const subgraph: TestSubgraph = {
  name: 'pallets',
  typeDefs: `
    type Pallet @key(fields: "crates { serial line }") @key(fields: "crates { serial line } chosen { serial }") {
      crates: [Crate!]!
      lead: Crate @shareable
      chosen: Crate @shareable
    }
    type Crate @key(fields: "serial line") { serial: ID! line: String @shareable tag: Tag @shareable }
    type Tag @key(fields: "serial line") { serial: ID! line: String @shareable }
  `,
  resolvers: {
    Pallet: {
      __resolveReference: (pallet: { crates: object[] }) => ({ ...pallet, lead: crates[0], chosen: crates[1] }),
    },
  },
};
