import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'maps',
  typeDefs: `
    type Query { mapped: Town }
    type Town @key(fields: "id") { id: ID! name: String label: String @override(from: "signs") people: Int @external sized: String @requires(fields: "people") }
  `,
  resolvers: {
    Query: { mapped: () => ({ id: 't2' }) },
    Town: {
      name: () => 'map name',
      label: () => 'map label',
      sized: ({ people }: { people: number }) => `${people} people`,
    },
  },
};
