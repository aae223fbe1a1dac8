import type { TestSubgraph } from '../../federation.ts';
import { staff } from './data.ts';

export const subgraph: TestSubgraph = {
  name: 'b',
  typeDefs: `
    type Office @key(fields: "address { town street }") { address: Address! staff: Int }
    type Address @shareable { town: String! street: String! }
  `,
  resolvers: {
    Office: {
      __resolveReference: ({ address }: { address: { town: string; street: string } }) => ({
        address,
        staff: staff[`${address.town}, ${address.street}`] ?? null,
      }),
    },
  },
};
