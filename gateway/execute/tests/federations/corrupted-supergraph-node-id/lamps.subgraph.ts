import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'lamps',
  typeDefs: `
    type Query { lamp: Lamp }
    interface Thing { id: ID! }
    type Lamp implements Thing @key(fields: "id") { id: ID! watts: Int! }
    type Desk @key(fields: "id") { id: ID! lamps: [Lamp!]! }
  `,
  resolvers: {
    Query: { lamp: () => ({ id: 'l9', watts: 40 }) },
    Desk: {
      lamps: ({ id }: { id: string }) => [
        { id: `${id}-a`, watts: 5 },
        { id: `${id}-b`, watts: 7 },
      ],
    },
  },
};
