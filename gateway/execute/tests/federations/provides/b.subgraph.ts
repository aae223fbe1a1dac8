import type { TestSubgraph } from '../../federation.ts';
import { people } from './data.ts';

export const subgraph: TestSubgraph = {
  name: 'b',
  typeDefs: `
    type Person @key(fields: "id") { id: ID! name: String @shareable }
  `,
  resolvers: {
    Person: { __resolveReference: ({ id }: { id: string }) => people.find((one) => one.id === id) },
  },
};
