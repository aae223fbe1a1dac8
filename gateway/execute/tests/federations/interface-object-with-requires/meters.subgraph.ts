import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'meters',
  typeDefs: `
    type Query { busiest: Device }
    type Device @interfaceObject @key(fields: "serial") {
      serial: ID!
      volts: Int @external
      watts: Int @external
      amperes: Float @requires(fields: "volts watts")
      hours: Int!
    }
  `,
  resolvers: {
    Query: { busiest: () => ({ serial: 'f1' }) },
    Device: {
      amperes: ({ volts, watts }: { volts: number; watts: number | null }) => (watts === null ? null : watts / volts),
      hours: ({ serial }: { serial: string }) => serial.charCodeAt(0),
    },
  },
};
