import type { TestSubgraph } from '../../federation.ts';

export const subgraph: TestSubgraph = {
  name: 'b',
  typeDefs: `
    interface Place { owner: String }
    type Home implements Place @key(fields: "id") { id: ID! owner: String }
    type Office implements Place @key(fields: "id") { id: ID! owner: String opens: String! }
  `,
  resolvers: {
    Place: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
    Home: { owner: ({ id }: { id: string }) => `family ${id}` },
    Office: { owner: () => 'county', opens: () => '9:00' },
  },
};
