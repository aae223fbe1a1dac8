import type { FederationCase } from '../../federation-case.ts';

export const cases: FederationCase[] = [
  {
    it: 'answers null for a value that clients must not see',
    operation: '{ people { kind } kinds }',
    data: { people: [{ kind: 'RESIDENT' }, { kind: null }], kinds: ['RESIDENT', 'VISITOR'] },
  },
  {
    it: 'answers null for an object of a type that clients must not see',
    operation: '{ things { __typename ... on Chair { legs } } }',
    data: { things: [{ __typename: 'Chair', legs: 3 }, null] },
  },
  {
    it: 'computes from an inaccessible field without showing it',
    operation: '{ people { hint } }',
    data: { people: [{ hint: '4 letters' }, { hint: null }] },
  },
];
