import type { TestSubgraph } from '../../federation.ts';
import { loans } from './data.ts';

export const subgraph: TestSubgraph = {
  name: 'loans',
  typeDefs: `
    interface Lendable { id: ID! borrower: Reader }
    type Book implements Lendable @key(fields: "id") { id: ID! borrower: Reader dueOn: String }
    type Map implements Lendable @key(fields: "id") { id: ID! borrower: Reader insured: Boolean! }
    type Reader { name: String! holds: [Lendable!]! }
  `,
  resolvers: {
    Book: { __resolveReference: ({ id }: { id: string }) => ({ __typename: 'Book', id, ...loans[id] }) },
    Map: { __resolveReference: ({ id }: { id: string }) => ({ __typename: 'Map', id, ...loans[id] }) },
  },
};
