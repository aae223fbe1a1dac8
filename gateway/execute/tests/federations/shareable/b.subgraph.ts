import type { TestSubgraph } from '../../federation.ts';

export const subgraph: TestSubgraph = {
  name: 'b',
  typeDefs: `
    type Person @key(fields: "id") { id: ID! origin: Source latest: Source }
    type Source @shareable { department: String! asOf: String }
  `,
  resolvers: {
    Person: {
      origin: () => ({ department: 'b', asOf: '2026-01-01' }),
      latest: () => null,
    },
  },
};
