import { buildSchema, getVariableValues, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { withoutValue } from '../without-value.ts';

const schema = buildSchema(`
  type Query { find(name: String!, level: Int, kind: Kind, filter: Filter): ID }
  enum Kind { ONE }
  input Filter { name: String }`);
const secret = '魏建国330898199001011234';

const operation = parse(
  'query ($n: String!, $l: Int, $k: Kind, $f: Filter) { find(name: $n, level: $l, kind: $k, filter: $f) }',
);
const [definition] = operation.definitions;
const declared = (definition?.kind === 'OperationDefinition' && definition.variableDefinitions) || [];

describe('what an error says', () => {
  it.each([
    ['a string', { n: { secret } }, 'Variable "$n": Expected a value of type String.'],
    ['a number', { n: 'x', l: secret }, 'Variable "$l": Expected a value of type Int.'],
    ['an enum', { n: 'x', k: secret }, 'Variable "$k": Expected a value of the enum Kind.'],
    ['an input', { n: 'x', f: secret }, 'Variable "$f": Expected an object of type Filter.'],
    ['an unknown field', { n: 'x', f: { [secret]: 1 } }, 'Variable "$f": Expected only fields that Filter has.'],
  ])('of a variable for %s holds what was expected and not what came', (_, variables, said) => {
    const { errors = [] } = getVariableValues(schema, declared, variables);
    expect(errors.map(withoutValue)).toEqual([said]);
  });

  it.each([
    [`{ find(name: 330898199001011234) }`, 'Expected a value of type String.'],
    [`{ find(name: "x", level: "${secret}") }`, 'Expected a value of type Int.'],
    [`{ find(name: "x", kind: "${secret}") }`, 'Expected a value of the enum Kind.'],
    [`{ find(name: "x", filter: "${secret}") }`, 'Expected a value of type Filter.'],
  ])('of the literal in %s holds what was expected and not what came', (source, said) => {
    expect(validate(schema, parse(source)).map(withoutValue)).toEqual([said]);
  });

  it('of the grammar names the kind of token and not its text', () => {
    for (const source of [`{ "${secret}" }`, '{ 330898199001011234 }']) {
      expect(() => parse(source)).toThrow(
        expect.toSatisfy(
          (error) => !/330898/.test(withoutValue(error)) && withoutValue(error).startsWith('Syntax Error'),
        ),
      );
    }
  });

  it('of a variable whose cause is not known tells nothing of the value', () => {
    const message = `Variable "$n" got invalid value "${secret}; Variable"; whatever ${secret}`;
    expect(withoutValue({ message, originalError: undefined })).toBe(
      'Variable "$n": expected a value that its type takes.',
    );
  });

  it('is left as it is where it quotes no value', () => {
    const message = 'Variable "$n" of required type "String!" was not provided.';
    expect(withoutValue({ message, originalError: undefined })).toBe(message);
  });
});
