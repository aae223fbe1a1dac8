import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'berths',
  typeDefs: `
    type Query { berths: [Berth!]! }
    type Berth { code: String! vessel: Vessel previous: [Vessel] }
    type Vessel @interfaceObject @key(fields: "id", resolvable: false) { id: ID! }
  `,
  resolvers: {
    Query: {
      berths: () => [
        { code: 'A', vessel: { id: 'v2' }, previous: [{ id: 'v1' }, null] },
        { code: 'B', vessel: null, previous: null },
      ],
    },
  },
};
