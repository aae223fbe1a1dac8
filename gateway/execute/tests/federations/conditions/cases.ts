import type { FederationCase } from '../../federation-case.ts';

const yesNo = { yes: true, no: false };

export const cases: FederationCase[] = [
  {
    it: 'needs both of skip and include to let a field be',
    operation: `query ($yes: Boolean!, $no: Boolean!) { room(number: 2) {
      a: metres @skip(if: $no) @include(if: $yes)
      b: metres @skip(if: $yes) @include(if: $yes)
      c: metres @skip(if: $no) @include(if: $no)
      d: metres @include(if: $no) @skip(if: $yes)
      e: label @include(if: true) @skip(if: false)
    } }`,
    variables: yesNo,
    data: { room: { a: 3, e: 'Room 2' } },
  },
  {
    it: 'counts on the root, on fragments spread there, and on the name of the type',
    operation: `query ($yes: Boolean!, $no: Boolean!) {
      storeys @skip(if: $yes)
      ...Kept @include(if: $yes)
      ...Cut @include(if: $no)
      ... @skip(if: $no) { t: __typename @include(if: $yes) u: __typename @skip(if: $yes) }
      ... on Query @include(if: $no) { storeys }
    }
    fragment Kept on Query { room(number: 1) { __typename @skip(if: $yes) label } }
    fragment Cut on Query { room(number: 1) { metres } }`,
    variables: yesNo,
    data: { room: { label: 'Room 1' }, t: 'Query' },
    requests: { plans: 0 },
  },
  {
    it: 'keeps what another selection of the same response key lets be',
    operation: `query ($yes: Boolean!, $no: Boolean = false) { room(number: 4) {
      metres @include(if: $no)
      metres
      neighbour @skip(if: $yes) { metres }
      neighbour { label @skip(if: $no) metres @include(if: $no) }
      ...M @skip(if: $yes)
      ... on Room @include(if: $yes) { ...M }
    } } fragment M on Room { exits @include(if: $yes) label @include(if: $no) }`,
    variables: { yes: true },
    data: { room: { metres: 6, neighbour: { label: 'next' }, exits: ['north'] } },
  },
  {
    it: 'counts below abstract types, where nothing may be left of an object',
    operation: `query ($yes: Boolean!, $no: Boolean!) { things {
      label @skip(if: $yes)
      ... on Room @include(if: $yes) { metres exits(sealed: $no) @skip(if: $no) }
      ... on Door @skip(if: $yes) { locked }
    } }`,
    variables: yesNo,
    data: { things: [{ metres: 7.5, exits: ['north'] }, {}] },
  },
  {
    it: 'asks no subgraph for a join that is skipped',
    operation:
      'query ($yes: Boolean!) { room(number: 3) { label metres @skip(if: $yes) neighbour @include(if: $yes) { number exits @skip(if: $yes) } } }',
    variables: { yes: true },
    data: { room: { label: 'Room 3', neighbour: { number: 4 } } },
    requests: { rooms: 1, plans: 0 },
  },
  {
    it: 'takes one variable for a condition and an argument at once',
    operation:
      'query ($sealed: Boolean!) { room(number: 3) { exits(sealed: $sealed) a: exits @include(if: $sealed) b: exits @skip(if: $sealed) } }',
    variables: { sealed: true },
    data: { room: { exits: [], a: ['north'] } },
  },
  {
    it: 'writes nothing that is skipped',
    operation:
      'mutation ($no: Boolean!) { rename(to: "x") @include(if: $no) { label } close { label metres @skip(if: $no) } }',
    variables: { no: false },
    data: { close: { label: 'closed', metres: 12 } },
  },
  {
    it: 'runs the operation that is named, each with its own conditions',
    operation:
      'query A($on: Boolean!) { storeys @include(if: $on) } query B($on: Boolean = true) { room(number: 1) @skip(if: $on) { label } storeys @include(if: $on) } mutation C { close { label } }',
    operationName: 'B',
    data: { storeys: 3 },
  },
];
