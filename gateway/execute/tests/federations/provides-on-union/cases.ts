import type { FederationCase } from '../../federation-case.ts';
export const cases: FederationCase[] = [
  {
    it: 'takes what a field provides on a member of a union from the field',
    operation: '{ back { ... on Report { headline } ... on Advert { headline } } }',
    data: { back: [{ headline: 'provided' }, { headline: 'Buy a1' }, null] },
    requests: { press: 1, desk: 0 },
  },
  {
    it: 'asks for it where it is not provided',
    operation: '{ front { __typename ... on Report { headline words } } }',
    data: { front: [{ __typename: 'Report', headline: 'Flood', words: 400 }, { __typename: 'Advert' }] },
  },
];
