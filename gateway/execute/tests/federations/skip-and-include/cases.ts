import type { FederationCase } from '../../federation-case.ts';

export const cases: FederationCase[] = [
  {
    it: 'leaves out what is skipped, and does not fetch it',
    operation: 'query ($no: Boolean!) { person { name age @include(if: $no) } }',
    variables: { no: false },
    data: { person: { name: 'Ada' } },
    requests: { a: 1, b: 0 },
  },
  {
    it: 'answers what is included, by variable, literal and default',
    operation: `query ($yes: Boolean! = true) {
      person { name @skip(if: false) age @include(if: $yes) height @skip(if: $yes) @include(if: true) }
    }`,
    data: { person: { name: 'Ada', age: 40 } },
  },
  {
    it: 'counts a field that one of its occurrences includes',
    operation: 'query ($no: Boolean!) { person { age @include(if: $no) ... @skip(if: $no) { age } } }',
    variables: { no: false },
    data: { person: { age: 40 } },
  },
  {
    it: 'answers empty data where everything is skipped',
    operation: 'query ($yes: Boolean!) { person @skip(if: $yes) { age } place @include(if: false) { id } }',
    variables: { yes: true },
    data: {},
    requests: { a: 0, b: 0 },
  },
  {
    it: 'answers an empty object where its whole selection is skipped',
    operation: '{ person { name @skip(if: true) } }',
    data: { person: {} },
  },
  {
    it: 'applies conditions of nested fragments on abstract types',
    operation: `query ($no: Boolean!) {
      place { ... on Home @skip(if: $no) { ... on Place @include(if: $no) { street } rooms } }
    }`,
    variables: { no: false },
    data: { place: { rooms: 2 } },
  },
];
