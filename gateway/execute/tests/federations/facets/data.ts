export const people = [
  { id: '1', name: 'Ada', age: 40, friends: ['2', '3'], home: null, town: 'NORTH' },
  {
    id: '2',
    name: 'Ben',
    age: 41,
    friends: ['1'],
    home: { id: 'h', label: 'Mill', street: 'Mill Lane', rooms: 3 },
    town: 'HIDDEN',
  },
  { id: '3', name: null, age: null, friends: [], home: null, town: null },
];

export const benefits = [
  { id: 'b1', amount: 12.5, holder: { id: '1' }, kind: 'child' },
  { id: 'b2', amount: 7, holder: { id: '1' }, kind: null },
];

export const matters = [
  {
    number: 'm1',
    title: 'Fence',
    parties: [
      { role: 'APPLICANT', person: { id: '1' } },
      { role: 'RESPONDENT', person: { id: '2' } },
    ],
  },
  { number: 'm2', title: 'Noise', parties: [{ role: 'APPLICANT', person: { id: '1' } }] },
];
