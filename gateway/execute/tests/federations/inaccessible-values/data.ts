export const people = [
  { id: '1', kind: 'RESIDENT', secret: 'pear' },
  { id: '2', kind: 'WITNESS', secret: null },
];
