import type { TestSubgraph } from '../../federation.ts';
import { permits } from './data.ts';

export const subgraph: TestSubgraph = {
  name: 'a',
  typeDefs: `
    type Query { permits: [Permit!]! }
    type Permit @key(fields: "number issuer { code }") { number: Int! issuer: Issuer! title: String! }
    type Issuer @shareable { code: String! }
  `,
  resolvers: { Query: { permits: () => permits } },
};
