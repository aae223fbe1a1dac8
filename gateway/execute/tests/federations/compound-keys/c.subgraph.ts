import type { TestSubgraph } from '../../federation.ts';

export const subgraph: TestSubgraph = {
  name: 'c',
  typeDefs: `
    type Permit @key(fields: "serial") { serial: ID! fee: Float! }
  `,
  resolvers: { Permit: { fee: ({ serial }: { serial: string }) => serial.length / 2 } },
};
