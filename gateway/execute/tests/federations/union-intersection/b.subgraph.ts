import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'b',
  typeDefs: `
    union Media = Book | Movie
    union ViewerMedia = Book | Movie
    type Query { media: Media @shareable book: Media @shareable viewer: Viewer @shareable movie: Media }
    type Viewer @shareable { media: ViewerMedia book: ViewerMedia movie: ViewerMedia }
    type Book @key(fields: "id") @shareable { id: ID! title: String! kind: String! }
    type Movie @key(fields: "id") { id: ID! title: String! onlyB: String! }
  `,
  resolvers: {
    Query: {
      media: () => ({ __typename: 'Book', id: 'm1', title: 'Moss', kind: 'book' }),
      book: () => ({ __typename: 'Book', id: 'm1', title: 'Moss', kind: 'book' }),
      movie: () => ({ __typename: 'Movie', id: 'f1', title: 'Fog', onlyB: 'B' }),
      viewer: () => ({
        media: { __typename: 'Book', id: 'm1', title: 'Moss', kind: 'book' },
        book: { __typename: 'Book', id: 'm1', title: 'Moss', kind: 'book' },
        movie: { __typename: 'Movie', id: 'f1', title: 'Fog', onlyB: 'B' },
      }),
    },
  },
};
