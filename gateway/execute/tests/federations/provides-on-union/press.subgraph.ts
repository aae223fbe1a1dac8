import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'press',
  typeDefs: `
    type Query { front: [Piece] back: [Piece] @provides(fields: "... on Report { headline }") }
    union Piece = Report | Advert
    type Report @key(fields: "id") { id: ID! headline: String @external }
    type Advert @key(fields: "id") { id: ID! headline: String }
  `,
  resolvers: {
    Query: {
      front: () => [
        { __typename: 'Report', id: 'r1' },
        { __typename: 'Advert', id: 'a1' },
      ],
      back: () => [{ __typename: 'Report', id: 'r1', headline: 'provided' }, { __typename: 'Advert', id: 'a1' }, null],
    },
    Advert: { headline: ({ id }: { id: string }) => `Buy ${id}` },
  },
};
