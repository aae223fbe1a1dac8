import type { FederationCase } from '../../federation-case.ts';
export const cases: FederationCase[] = [
  {
    it: 'sends an object of an interface as an input',
    operation: '{ tenants { town } }',
    data: { tenants: [{ town: 'Ghent' }, { town: 'nowhere' }, { town: 'nowhere' }] },
  },
  {
    it: 'sends what each implementer has as an input',
    operation: '{ tenants { id label dwelling { __typename } } }',
    data: {
      tenants: [
        { id: 't1', label: 'f1/3', dwelling: { __typename: 'Flat' } },
        { id: 't2', label: 'b1/K4', dwelling: { __typename: 'Boat' } },
        { id: 't3', label: null, dwelling: null },
      ],
    },
  },
];
