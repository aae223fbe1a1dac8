/** What the catalogue knows. */
export const items = [
  { __typename: 'Book', id: 'b1', title: 'Tides', pages: 120 },
  { __typename: 'Map', id: 'm1', title: 'Estuary', scale: 5000 },
  null,
];

/** Who has what; a map may not lie at home uninsured. */
export const loans: Record<string, object> = {
  b1: { dueOn: '2031-05-01', borrower: { name: 'Noor', holds: [{ __typename: 'Map', id: 'm1' }] } },
  m1: { insured: true, borrower: null },
};
