export const people = [
  { id: '1', name: 'Ada' },
  { id: '2', name: 'Ben' },
];
