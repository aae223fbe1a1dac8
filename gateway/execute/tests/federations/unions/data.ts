export const found = [
  { __typename: 'Person', id: '1' },
  null,
  { __typename: 'Matter', number: 'm', about: { id: '2' } },
];

export const names: Record<string, string> = { 1: 'Ada', 2: 'Ben' };
