import type { TestSubgraph } from '../../federation.ts';
import { found } from './data.ts';

export const subgraph: TestSubgraph = {
  name: 'a',
  typeDefs: `
    type Query { search: [Found] }
    union Found = Person | Matter
    type Person @key(fields: "id") { id: ID! }
    type Matter @key(fields: "number") { number: ID! about: Person }
  `,
  resolvers: { Query: { search: () => found } },
};
