import type { TestSubgraph } from '../../federation.ts';
import { people } from './data.ts';

export const subgraph: TestSubgraph = {
  name: 'a',
  typeDefs: `
    type Query { author: Person @provides(fields: "name") reader: Person }
    type Person @key(fields: "id") { id: ID! name: String @external }
  `,
  resolvers: { Query: { author: () => people[0], reader: () => ({ id: '2' }) } },
};
