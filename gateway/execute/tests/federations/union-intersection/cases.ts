import type { FederationCase } from '../../federation-case.ts';
export const cases: FederationCase[] = [
  {
    it: 'reads members that only one of the subgraphs has',
    operation: `{
      media { ... on Book { title } ... on Movie { onlyB } }
      movie { __typename ... on Movie { title onlyB } }
      song { __typename ... on Movie { title } }
    }`,
    data: { media: { title: 'Moss' }, movie: { __typename: 'Movie', title: 'Fog', onlyB: 'B' }, song: null },
  },
  {
    it: 'reads them below a shared object',
    operation: `{ viewer {
      media { __typename ... on Book { title } ... on Song { onlyA } ... on Movie { onlyB } }
      book { ... on Book { id kind } }
      song { __typename ... on Song { title onlyA } ... on Movie { onlyB } }
      movie { __typename ... on Movie { title onlyB } ... on Song { onlyA } }
    } }`,
    data: {
      viewer: {
        media: { __typename: 'Book', title: 'Moss' },
        book: { id: 'm1', kind: 'book' },
        song: { __typename: 'Song', title: 'Rain', onlyA: 'A' },
        movie: { __typename: 'Movie', title: 'Fog', onlyB: 'B' },
      },
    },
  },
];
