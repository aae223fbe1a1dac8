import type { FederationCase } from '../../federation-case.ts';
export const cases: FederationCase[] = [
  {
    it: 'tells the name of the root',
    operation: '{ __typename a: __typename }',
    data: { __typename: 'Query', a: 'Query' },
    requests: { pets: 0, names: 0 },
  },
  {
    it: 'tells the name of the root beside data and under fragments',
    operation: 'query { ... on Query { __typename ...R } keeper { id } } fragment R on Query { q: __typename }',
    data: { __typename: 'Query', q: 'Query', keeper: { id: 'k1' } },
  },
  {
    it: 'tells concrete names under interfaces and unions, under any alias',
    operation:
      '{ pet { __typename t: __typename ... on Hen { n: __typename name } } any { __typename ... on Keeper { name u: __typename } } }',
    data: {
      pet: { __typename: 'Hen', t: 'Hen', n: 'Hen', name: 'Hen h1' },
      any: [{ __typename: 'Keeper', name: 'Keeper k2', u: 'Keeper' }, { __typename: 'Hen' }],
    },
  },
  {
    it: 'keeps another field under the response key __typename apart from the name',
    operation: '{ keeper { id t: __typename } pet { id: __typename } }',
    data: { keeper: { id: 'k1', t: 'Keeper' }, pet: { id: 'Hen' } },
  },
  {
    it: 'tells the name of the root of mutations',
    operation: 'mutation { __typename feed { __typename } }',
    data: { __typename: 'Mutation', feed: { __typename: 'Hen' } },
  },
];
