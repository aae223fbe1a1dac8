import type { FederationCase } from '../../federation-case.ts';

export const cases: FederationCase[] = [
  {
    it: 'joins the facets of every subgraph on one person',
    operation: '{ person(id: "1") { name benefits { amount } matters { number } } }',
    data: {
      person: {
        name: 'Ada',
        benefits: [{ amount: 12.5 }, { amount: 7 }],
        matters: [{ number: 'm1' }, { number: 'm2' }],
      },
    },
    requests: { register: 1, benefits: 1, cases: 1 },
  },
  {
    it: 'asks once for a person who stands in several places',
    operation: '{ matters { parties { person { name eligible } } } }',
    data: {
      matters: [
        { parties: [{ person: { name: 'Ada', eligible: true } }, { person: { name: 'Ben', eligible: true } }] },
        { parties: [{ person: { name: 'Ada', eligible: true } }] },
      ],
    },
    requests: { cases: 1, register: 1, benefits: 1 },
  },
  {
    it: 'keeps two views of the same person apart',
    operation: `{
      one: person(id: "1") { friends(limit: 1) { id matters { title } } }
      other: person(id: "1") { friends(limit: 2) { id } }
    }`,
    data: {
      one: { friends: [{ id: '2', matters: [{ title: 'Fence' }] }] },
      other: { friends: [{ id: '2' }, { id: '3' }] },
    },
  },
  {
    it: 'answers null without error for a person whom nobody knows',
    operation: '{ person(id: "9") { name benefits { amount } } }',
    data: { person: null },
    requests: { benefits: 0 },
  },
  {
    it: 'answers with an empty selection of lists',
    operation: '{ person(id: "3") { friends { name } benefits { id } matters { number } } }',
    data: { person: { friends: [], benefits: [], matters: [] } },
  },
];
