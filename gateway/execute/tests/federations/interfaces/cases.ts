import type { FederationCase } from '../../federation-case.ts';

export const cases: FederationCase[] = [
  {
    it: 'reads an interface field that implementers have in another subgraph',
    operation: '{ places { id owner } }',
    data: {
      places: [
        { id: 'h', owner: 'family h' },
        { id: 'o', owner: 'county' },
      ],
    },
    requests: { b: 1 },
  },
  {
    it: 'answers the fragments of each concrete type',
    operation: '{ places { __typename street ... on Home { rooms } ... on Office { opens } ... on Place { id } } }',
    data: {
      places: [
        { __typename: 'Home', street: 'Mill Lane', rooms: 3, id: 'h' },
        { __typename: 'Office', street: null, opens: '9:00', id: 'o' },
      ],
    },
  },
  {
    it: 'answers one place of either type',
    operation:
      '{ home: place(id: "h") { ... on Office { opens } } office: place(id: "o") { ... on Office { opens } } }',
    data: { home: {}, office: { opens: '9:00' } },
    requests: { b: 1 },
  },
];
