import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'routes',
  typeDefs: `
    type Query { vessels: [Vessel!]! }
    interface Vessel @key(fields: "id") { id: ID! name: String! }
    type Ferry implements Vessel @key(fields: "id") { id: ID! name: String! seats: Int }
    type Barge implements Vessel @key(fields: "id") { id: ID! name: String! tonnes: Int }
  `,
  resolvers: {
    Query: {
      vessels: () => [
        { __typename: 'Ferry', id: 'v1', name: 'Gull', seats: 200 },
        { __typename: 'Barge', id: 'v2', name: 'Ox', tonnes: 90 },
      ],
    },
    Vessel: {
      __resolveReference: ({ id }: { id: string }) =>
        id === 'v1'
          ? { __typename: 'Ferry', id, name: 'Gull', seats: 200 }
          : { __typename: 'Barge', id, name: 'Ox', tonnes: 90 },
    },
  },
};
