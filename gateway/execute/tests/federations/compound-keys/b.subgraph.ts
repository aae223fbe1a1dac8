import type { TestSubgraph } from '../../federation.ts';
import { validity } from './data.ts';

export const subgraph: TestSubgraph = {
  name: 'b',
  typeDefs: `
    type Permit @key(fields: "number issuer { code }") @key(fields: "serial") {
      number: Int! issuer: Issuer! serial: ID! valid: Boolean!
    }
    type Issuer @shareable { code: String! }
  `,
  resolvers: {
    Permit: {
      __resolveReference: ({ number, issuer }: { number: number; issuer: { code: string } }) =>
        validity.find((one) => one.number === number && one.issuer.code === issuer.code),
    },
  },
};
