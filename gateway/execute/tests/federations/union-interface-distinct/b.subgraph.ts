import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'b',
  typeDefs: `
    type Query { holding: Holding @shareable others: [Holding] }
    union Holding = Field | Quarry
    interface Lot { id: ID! }
    type Field implements Lot @key(fields: "id") { id: ID! acres: Int! }
    type Quarry implements Lot @key(fields: "id") { id: ID! stone: String }
  `,
  resolvers: {
    Query: {
      holding: () => ({ __typename: 'Field', id: 'f1', acres: 4 }),
      others: () => [
        { __typename: 'Quarry', id: 'q1', stone: 'slate' },
        { __typename: 'Field', id: 'f2', acres: 5 },
      ],
    },
    Field: { acres: () => 4 },
  },
};
