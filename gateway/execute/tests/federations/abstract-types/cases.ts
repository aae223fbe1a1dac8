import type { FederationCase } from '../../federation-case.ts';
export const cases: FederationCase[] = [
  {
    it: 'reads fields of an interface and of its implementers, over both subgraphs',
    operation: `{ items { __typename id title ... on Book { pages dueOn } ... on Map { insured scale } } }`,
    data: {
      items: [
        { __typename: 'Book', id: 'b1', title: 'Tides', pages: 120, dueOn: '2031-05-01' },
        { __typename: 'Map', id: 'm1', title: 'Estuary', insured: true, scale: 5000 },
        null,
      ],
    },
  },
  {
    it: 'reads one interface on objects found by another',
    operation: `{ items { ... on Lendable { borrower { name holds { __typename id } } } title } }`,
    data: {
      items: [
        { borrower: { name: 'Noor', holds: [{ __typename: 'Map', id: 'm1' }] }, title: 'Tides' },
        { borrower: null, title: 'Estuary' },
        null,
      ],
    },
  },
  {
    it: 'goes back to the first subgraph for objects that the second one names',
    operation: `{ items { ... on Book { borrower { holds { id ... on Item { title } ... on Map { scale } } } } } }`,
    data: {
      items: [{ borrower: { holds: [{ id: 'm1', title: 'Estuary', scale: 5000 }] } }, {}, null],
    },
  },
  {
    it: 'reads members of a union, interfaces on them, and unions inside of them',
    operation: `{ find(shelf: "x") {
      ... on Item { title }
      ... on Lendable { id }
      ... on Folder { label first { ... on Book { dueOn } } inside { __typename ... on Map { insured title } } }
    } }`,
    data: {
      find: [
        { title: 'Estuary', id: 'm1' },
        {
          label: 'coast',
          first: { dueOn: '2031-05-01' },
          inside: [{ __typename: 'Map', insured: true, title: 'Estuary' }],
        },
        { title: 'Tides', id: 'b1' },
      ],
    },
  },
  {
    it: 'merges one response key that several fragments select on',
    operation: `
      { items { ...A ... on Book { borrower { name } } ... on Map { s: scale } } }
      fragment A on Item { ... on Lendable { borrower { holds { id } } } ... on Book { b: pages } }`,
    data: {
      items: [{ borrower: { holds: [{ id: 'm1' }], name: 'Noor' }, b: 120 }, { borrower: null, s: 5000 }, null],
    },
  },
];
