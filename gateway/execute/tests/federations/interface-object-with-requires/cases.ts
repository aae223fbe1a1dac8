import type { FederationCase } from '../../federation-case.ts';
export const cases: FederationCase[] = [
  {
    it: 'computes a field of the interface from fields of its implementers',
    operation: '{ devices { serial amperes hours } }',
    data: {
      devices: [
        { serial: 'p1', amperes: 2, hours: 112 },
        { serial: 'f1', amperes: null, hours: 102 },
      ],
    },
  },
  {
    it: 'computes it on one implementer alone',
    operation: '{ devices { __typename ... on Pump { amperes litres } ... on Fan { blades hours } } }',
    data: {
      devices: [
        { __typename: 'Pump', amperes: 2, litres: 2.5 },
        { __typename: 'Fan', blades: 5, hours: 102 },
      ],
    },
  },
  {
    it: 'computes it for an object that starts in the computing subgraph',
    operation: '{ busiest { __typename hours amperes volts ... on Fan { blades } } }',
    data: { busiest: { __typename: 'Fan', hours: 102, amperes: null, volts: 12, blades: 5 } },
  },
];
