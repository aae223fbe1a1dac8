export const media = [
  { __typename: 'Book', id: 'b', title: 'Reeds', pages: 90 },
  { __typename: 'Film', id: 'f', title: 'Tides' },
];
