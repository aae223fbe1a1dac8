import type { TestSubgraph } from '../../federation.ts';
import { offices } from './data.ts';

export const subgraph: TestSubgraph = {
  name: 'a',
  typeDefs: `
    type Query { offices: [Office!]! }
    type Office @key(fields: "address { town street }") { address: Address! name: String! }
    type Address @shareable { town: String! street: String! zone: String }
  `,
  resolvers: { Query: { offices: () => offices } },
};
