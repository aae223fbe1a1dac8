import type { FederationCase } from '../../federation-case.ts';

export const cases: FederationCase[] = [
  {
    it: 'joins facets of every member in one fetch, a null member staying null',
    operation: '{ search { ... on Person { name } ... on Matter { title } } }',
    data: { search: [{ name: 'Ada' }, null, { title: 'Matter m' }] },
    requests: { b: 1 },
  },
  {
    it: 'follows entities below a member',
    operation: '{ search { __typename ... on Matter { about { name } } } }',
    data: { search: [{ __typename: 'Person' }, null, { __typename: 'Matter', about: { name: 'Ben' } }] },
  },
  {
    it: 'answers one response key from different fields of the members',
    operation: '{ search { ... on Person { key: id } ... on Matter { key: number } } }',
    data: { search: [{ key: '1' }, null, { key: 'm' }] },
    requests: { b: 0 },
  },
];
