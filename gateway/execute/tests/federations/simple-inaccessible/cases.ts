import type { FederationCase } from '../../federation-case.ts';
export const cases: FederationCase[] = [
  {
    it: 'joins by a key that clients must not see',
    operation: '{ workers { name role tasks { title } } }',
    data: {
      workers: [
        { name: 'Ida', role: 'COOK', tasks: [{ title: 'task of w1' }] },
        { name: 'Ole', role: null, tasks: [{ title: 'task of w2' }] },
      ],
    },
  },
  {
    it: 'takes an object of a type that clients must not see for null',
    operation: '{ workers(first: 2) { by { __typename ... on Worker { name } } } }',
    data: { workers: [{ by: { __typename: 'Worker', name: 'Ole' } }, { by: null }] },
  },
  {
    it: 'tells nothing of it by introspection',
    operation: `{
      w: __type(name: "Worker") { fields { name } }
      r: __type(name: "Role") { enumValues { name } }
      u: __type(name: "Signer") { possibleTypes { name } }
      m: __type(name: "Machine") { name }
      q: __type(name: "Query") { fields { name args { name } } }
    }`,
    data: {
      w: { fields: [{ name: 'name' }, { name: 'role' }, { name: 'by' }, { name: 'tasks' }] },
      r: { enumValues: [{ name: 'COOK' }] },
      u: { possibleTypes: [{ name: 'Worker' }] },
      m: null,
      q: { fields: [{ name: 'workers', args: [{ name: 'first' }] }] },
    },
  },
];
