import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'facts',
  typeDefs: `
    type Query { entries: [Entry!]! }
    type Entry @key(fields: "id") { id: ID! body: Body }
    union Body = Photo | Song
    interface Media { length: Int }
    type Photo implements Media { width: Int! length: Int camera: Camera }
    type Song implements Media { bars: Int! length: Int }
    interface Camera { maker: String }
    type Film implements Camera { maker: String iso: Int }
    type Digital implements Camera { maker: String pixels: Int }
  `,
  resolvers: {
    Query: { entries: () => [{ id: 'e1' }, { id: 'e2' }, { id: 'e3' }] },
    Entry: {
      body: ({ id }: { id: string }) =>
        id === 'e1'
          ? { __typename: 'Photo', width: 800, length: 600, camera: { __typename: 'Film', maker: 'Lomo', iso: 200 } }
          : id === 'e2'
            ? { __typename: 'Song', bars: 32, length: null }
            : null,
    },
  },
};
