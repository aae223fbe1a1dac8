export const people = [
  { id: '1', name: 'Ada' },
  { id: '2', name: 'Ben' },
  { id: '3', name: 'Cai' },
];

/** The second subgraph knows no age of Ben and nothing of Cai. */
export const ages: Record<string, number | null> = { 1: 40, 2: null };
