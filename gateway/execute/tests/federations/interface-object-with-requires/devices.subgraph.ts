import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'devices',
  typeDefs: `
    type Query { devices: [Device!]! }
    interface Device @key(fields: "serial") { serial: ID! volts: Int watts: Int }
    type Pump implements Device @key(fields: "serial") { serial: ID! volts: Int watts: Int litres: Float }
    type Fan implements Device @key(fields: "serial") { serial: ID! volts: Int watts: Int blades: Int! }
  `,
  resolvers: {
    Query: {
      devices: () => [
        { __typename: 'Pump', serial: 'p1', volts: 230, watts: 460, litres: 2.5 },
        { __typename: 'Fan', serial: 'f1', volts: 12, watts: null, blades: 5 },
      ],
    },
    Device: {
      __resolveReference: ({ serial }: { serial: string }) =>
        serial === 'p1'
          ? { __typename: 'Pump', serial, volts: 230, watts: 460, litres: 2.5 }
          : { __typename: 'Fan', serial, volts: 12, watts: null, blades: 5 },
    },
  },
};
