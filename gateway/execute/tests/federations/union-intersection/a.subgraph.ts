import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'a',
  typeDefs: `
    union Media = Book
    union ViewerMedia = Book | Song
    type Query { media: Media @shareable book: Media @shareable song: Media viewer: Viewer @shareable }
    type Viewer @shareable { media: ViewerMedia book: ViewerMedia song: ViewerMedia }
    type Book @key(fields: "id") @shareable { id: ID! title: String! kind: String! }
    type Song @key(fields: "id") { id: ID! title: String! @shareable onlyA: String! }
  `,
  resolvers: {
    Query: {
      media: () => ({ __typename: 'Book', id: 'm1', title: 'Moss', kind: 'book' }),
      book: () => ({ __typename: 'Book', id: 'm1', title: 'Moss', kind: 'book' }),
      song: () => null,
      viewer: () => ({
        media: { __typename: 'Book', id: 'm1', title: 'Moss', kind: 'book' },
        book: { __typename: 'Book', id: 'm1', title: 'Moss', kind: 'book' },
        song: { __typename: 'Song', id: 's1', title: 'Rain', onlyA: 'A' },
      }),
    },
    Song: { __resolveReference: () => ({ __typename: 'Song', id: 's1', title: 'Rain', onlyA: 'A' }) },
  },
};
