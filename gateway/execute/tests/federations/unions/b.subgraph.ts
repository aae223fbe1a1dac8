import type { TestSubgraph } from '../../federation.ts';
import { names } from './data.ts';

export const subgraph: TestSubgraph = {
  name: 'b',
  typeDefs: `
    type Person @key(fields: "id") { id: ID! name: String }
    type Matter @key(fields: "number") { number: ID! title: String! }
  `,
  resolvers: {
    Person: { name: ({ id }: { id: string }) => names[id] },
    Matter: { title: ({ number }: { number: string }) => `Matter ${number}` },
  },
};
