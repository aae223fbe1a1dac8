import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'codes',
  typeDefs: `
    type Bin @key(fields: "id") { id: ID! place: Place @shareable }
    type Place @shareable { aisle: Int! shelf: Int! code: String }
  `,
  resolvers: {
    Bin: {
      place: ({ id }: { id: string }) =>
        id === 'b1' ? { aisle: 1, shelf: 4, code: 'X' } : { aisle: 2, shelf: 9, code: null },
    },
  },
};
