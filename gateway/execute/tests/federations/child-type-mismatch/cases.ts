import type { FederationCase } from '../../federation-case.ts';
export const cases: FederationCase[] = [
  {
    it: 'reads a field that one subgraph may leave null and another may not',
    operation: '{ members { number badge { colour } } }',
    data: {
      members: [
        { number: 'm-7', badge: { colour: 'red' } },
        { number: null, badge: null },
      ],
    },
  },
  {
    it: 'reads one response key whose type differs from member to member of a union',
    operation: `{ visitors {
      __typename
      ... on Member { number similar { __typename ... on Guest { nickname } } }
      ... on Guest { nickname similar { ... on Member { nick: nickname number } } }
    } }`,
    data: {
      visitors: [
        { __typename: 'Member', number: 'm-7', similar: [{ __typename: 'Guest', nickname: 'Fox' }] },
        { __typename: 'Guest', nickname: 'Owl', similar: [{ nick: 'Elk', number: 'm-8' }] },
      ],
    },
  },
  {
    it: 'reads both roots at once',
    operation: '{ members { number } visitors { ... on Guest { id: number } } }',
    data: { members: [{ number: 'm-7' }, { number: null }], visitors: [{}, { id: 'g-1' }] },
  },
];
