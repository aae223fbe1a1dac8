import type { TestSubgraph } from '../../federation.ts';
import { crates } from './data.ts';

export const subgraph: TestSubgraph = {
  name: 'links',
  typeDefs: `
    type Crate @key(fields: "serial") @key(fields: "serial line") { serial: ID! line: String @shareable neighbours: Pallet }
    type Pallet @key(fields: "crates { serial line }") { crates: [Crate!]! @shareable }
  `,
  resolvers: {
    Crate: {
      __resolveReference: ({ serial }: { serial: string }) => crates.find((crate) => crate.serial === serial),
      neighbours: ({ serial }: { serial: string }) => ({ crates: crates.filter((crate) => crate.serial !== serial) }),
    },
  },
};
