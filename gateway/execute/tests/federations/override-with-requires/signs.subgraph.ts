import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'signs',
  typeDefs: `
    type Query { signed: Town }
    type Town @key(fields: "id") {
      id: ID!
      name: String @external
      label: String @requires(fields: "name")
      motto: String @requires(fields: "name")
    }
  `,
  resolvers: {
    Query: { signed: () => ({ id: 't3' }) },
    Town: { label: () => 'sign label', motto: ({ name }: { name: string }) => `Proud of ${name}` },
  },
};
