import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'post',
  typeDefs: `
    interface Dwelling { id: ID! city: String }
    type Flat implements Dwelling @key(fields: "id") { id: ID! city: String @external floor: Int! @external }
    type Boat implements Dwelling @key(fields: "id") { id: ID! city: String @external mooring: String! @external }
    type Tenant @key(fields: "id") {
      id: ID!
      dwelling: Dwelling @external
      town: String @requires(fields: "dwelling { city }")
      label: String @requires(fields: "dwelling { id ... on Flat { floor } ... on Boat { mooring } }")
    }
  `,
  resolvers: {
    Tenant: {
      town: ({ dwelling }: { dwelling: { city: string | null } | null }) => dwelling?.city ?? 'nowhere',
      label: ({ dwelling }: { dwelling: { id: string; floor?: number; mooring?: string } | null }) =>
        dwelling && `${dwelling.id}/${dwelling.floor ?? dwelling.mooring}`,
    },
  },
};
