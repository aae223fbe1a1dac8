import { buildSchema, getOperationAST, getVariableValues, type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { compileVariables } from '../variables.ts';

const schema = buildSchema(`
  type Query { f(id: ID, float: Float): Int }
  enum Colour { RED }
  input Box { width: Int! = 1 inner: Box }
  scalar Json
`);
const types = ['String', 'ID', 'Boolean', 'Int', 'Float', 'Colour', 'Box', 'Json'];
const shapes = types.flatMap((type) => [type, `${type}!`, `[${type}]`, `[${type}!]!`]);
const values = [
  undefined,
  null,
  '',
  'RED',
  'x',
  0,
  -0,
  1,
  2 ** 31,
  2 ** 53,
  1.5,
  Number.NaN,
  true,
  false,
  [],
  [null],
  ['RED'],
  [1],
  [[1]],
  {},
  { width: 2 },
  { width: null },
  { inner: {} },
  { unknown: 1 },
];

const operationOf = (text: string) => getOperationAST(parse(text)) as OperationDefinitionNode;

describe('coercion of variables', () => {
  it.each(shapes)('of %s is that of graphql-js, for every kind of value', (shape) => {
    for (const withDefault of shape.startsWith('Int') ? ['', ' = 4'] : ['']) {
      const operation = operationOf(`query ($v: ${shape}${withDefault}) { f }`);
      const coerce = compileVariables(schema, operation);
      for (const given of [{}, ...values.map((v) => ({ v }))]) {
        const oracle = getVariableValues(schema, operation.variableDefinitions ?? [], given);
        const found = coerce(given);
        expect('errors' in found, JSON.stringify(given)).toBe(oracle.errors !== undefined);
        if ('values' in found) {
          expect(found.values, JSON.stringify(given)).toEqual(oracle.coerced);
        }
      }
    }
  });

  it('tells every fault with a code and without the value', () => {
    const coerce = compileVariables(schema, operationOf('query ($a: Int!, $b: Boolean!, $c: Box!, $d: Colour) { f }'));
    const found = coerce({ a: 'secret', c: { width: 'secret', secret: 1 }, d: 'secret' });
    const errors = 'errors' in found ? found.errors : [];
    expect(errors.length).toBeGreaterThanOrEqual(4);
    for (const { message, extensions } of errors) {
      expect(extensions.code).toBe('BAD_USER_INPUT');
      expect(message).not.toContain('"secret"');
    }
  });
});
