export const parcels = [
  {
    id: '1',
    grams: 250,
    size: { width: 2, height: 3 },
    lines: [
      { sku: 'pen', count: 2 },
      { sku: 'ink', count: 1 },
    ],
  },
  { id: '2', grams: null, size: null, lines: [] },
];
