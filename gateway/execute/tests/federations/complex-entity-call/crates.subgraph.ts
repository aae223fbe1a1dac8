import type { TestSubgraph } from '../../federation.ts';
import { crates } from './data.ts';

export const subgraph: TestSubgraph = {
  name: 'crates',
  typeDefs: `
    type Query { crates: [Crate] }
    type Crate @key(fields: "serial") { serial: ID! tag: Tag @shareable }
    type Tag @key(fields: "serial line") { serial: ID! line: String }
  `,
  resolvers: { Query: { crates: () => crates.map(({ serial, line }) => ({ serial, tag: { serial, line } })) } },
};
