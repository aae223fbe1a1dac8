import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'homes',
  typeDefs: `
    type Query { tenants: [Tenant!]! }
    interface Dwelling { id: ID! city: String }
    type Flat implements Dwelling @key(fields: "id") { id: ID! city: String floor: Int! }
    type Boat implements Dwelling @key(fields: "id") { id: ID! city: String mooring: String! }
    type Tenant @key(fields: "id") { id: ID! dwelling: Dwelling }
  `,
  resolvers: {
    Query: { tenants: () => [{ id: 't1' }, { id: 't2' }, { id: 't3' }] },
    Tenant: {
      dwelling: ({ id }: { id: string }) =>
        id === 't1'
          ? { __typename: 'Flat', id: 'f1', city: 'Ghent', floor: 3 }
          : id === 't2'
            ? { __typename: 'Boat', id: 'b1', city: null, mooring: 'K4' }
            : null,
    },
  },
};
