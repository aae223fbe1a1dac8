import type { FederationCase } from '../../federation-case.ts';
export const cases: FederationCase[] = [
  {
    it: 'looks anything up by one field',
    operation: `
      { node(id: "tree:1") { id ...T } nodes(ids: ["bench:1", "none", "tree:2"]) { __typename ...T ... on Bench { seats donor } } }
      fragment T on Tree { kind age near { id ... on Bench { seats } } }`,
    data: {
      node: { id: 'tree:1', kind: 'oak', age: 6, near: { id: 'bench:2', seats: 3 } },
      nodes: [
        { __typename: 'Bench', seats: 3, donor: null },
        null,
        { __typename: 'Tree', kind: 'oak', age: 6, near: { id: 'bench:2', seats: 3 } },
      ],
    },
  },
  {
    it: 'asks for no more than the identity',
    operation: 'query ($id: ID!) { node(id: $id) { __typename id ... on Node { id } } }',
    variables: { id: 'bench:9' },
    data: { node: { __typename: 'Bench', id: 'bench:9' } },
    requests: { park: 0 },
  },
];
