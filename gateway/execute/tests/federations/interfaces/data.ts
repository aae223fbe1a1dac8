export const places = [
  { __typename: 'Home', id: 'h', street: 'Mill Lane', rooms: 3 },
  { __typename: 'Office', id: 'o', street: null },
];
