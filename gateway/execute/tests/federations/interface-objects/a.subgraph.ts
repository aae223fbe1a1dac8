import type { TestSubgraph } from '../../federation.ts';
import { media } from './data.ts';

export const subgraph: TestSubgraph = {
  name: 'a',
  typeDefs: `
    type Query { media: [Media!]! book: Book }
    interface Media @key(fields: "id") { id: ID! title: String! }
    type Book implements Media @key(fields: "id") { id: ID! title: String! pages: Int! }
    type Film implements Media @key(fields: "id") { id: ID! title: String! }
  `,
  resolvers: {
    Query: { media: () => media, book: () => media[0] },
    Media: {
      __resolveType: ({ __typename }: { __typename: string }) => __typename,
      __resolveReference: ({ id }: { id: string }) => media.find((one) => one.id === id),
    },
  },
};
