import type { FederationCase } from '../../federation-case.ts';
export const cases: FederationCase[] = [
  {
    it: 'keeps objects, lists and large numbers as they are, in keys too',
    operation: 'query ($with: Json, $size: Long) { form(with: $with, size: $size) { id content contents mark total } }',
    variables: { with: { a: [1, { b: null }] }, size: 9007199254740991 },
    data: {
      form: {
        id: 9007199254740991,
        content: { given: { a: [1, { b: null }] }, size: 9007199254740991 },
        contents: [1, 'two', { __typename: 'Form', three: [null, { four: {} }] }, null, [true]],
        mark: { of: 9007199254740991, list: [] },
        total: 12345678901234,
      },
    },
  },
  {
    it: 'passes free-form literals, with variables in them',
    operation:
      'query ($name: String) { a: echo(value: { deep: [{ name: $name, on: true, at: 1.5 }, ENUM] }) b: echo(value: [[]]) c: echo(value: "") d: echo(value: 0) e: echo(value: false) }',
    variables: { name: 'x' },
    data: { a: { deep: [{ name: 'x', on: true, at: 1.5 }, 'ENUM'] }, b: [[]], c: '', d: 0, e: false },
  },
];
