import type { FederationCase } from '../../federation-case.ts';

export const cases: FederationCase[] = [
  {
    it: 'projects as the interface where no concrete type was asked for',
    operation: '{ places { street ... on Place { again: street } } }',
    data: {
      places: [
        { street: 'Mill', again: 'Mill' },
        { street: 'Main', again: 'Main' },
      ],
    },
  },
  {
    it: 'still tells the concrete types when asked',
    operation: '{ places { __typename ... on Office { desks } } }',
    data: { places: [{ __typename: 'Home' }, { __typename: 'Office', desks: 2 }] },
  },
];
