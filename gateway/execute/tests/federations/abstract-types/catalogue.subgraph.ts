import type { TestSubgraph } from '../../federation.ts';
import { items } from './data.ts';

export const subgraph: TestSubgraph = {
  name: 'catalogue',
  typeDefs: `
    type Query { items: [Item] find(shelf: String!): [Holding!]! }
    interface Item { id: ID! title: String }
    type Book implements Item @key(fields: "id") { id: ID! title: String pages: Int }
    type Map implements Item @key(fields: "id") { id: ID! title: String scale: Int! }
    type Folder { label: String! first: Item inside: [Holding!] }
    union Holding = Book | Map | Folder
  `,
  resolvers: {
    Query: {
      items: () => items,
      find: () => [items[1], { __typename: 'Folder', label: 'coast', first: items[0], inside: [items[1]] }, items[0]],
    },
    Book: { __resolveReference: ({ id }: { id: string }) => items.find((item) => item?.id === id) },
    Map: { __resolveReference: ({ id }: { id: string }) => items.find((item) => item?.id === id) },
  },
};
