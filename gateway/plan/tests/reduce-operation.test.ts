import { buildSchema, getOperationAST, parse, print, stripIgnoredCharacters } from 'graphql';
import { describe, expect, it } from 'vitest';
import { plannerKeys } from '../planner-keys.ts';
import { reduceOperation } from '../reduce-operation.ts';

const schema = buildSchema(`
  type Query { person: Person people: [Person] places: [Place] }
  type Person { id: ID name: String friend: Person }
  interface Place { street: String owner: Person }
  type Home implements Place { street: String owner: Person }
  type Office implements Place { street: String owner: Person }
`);

function reduce(source: string, refused: readonly string[] = [], variables = {}) {
  const document = parse(source);
  const operation = getOperationAST(document);
  if (operation === null || operation === undefined) {
    throw new Error('expected one operation');
  }
  const refusalOf = (type: string, field: string) => (refused.includes(`${type}.${field}`) ? 'NO' : undefined);
  const reduced = reduceOperation(schema, document, operation, {
    refused: { key: '', refusalOf },
    variables,
    plannerKey: plannerKeys(schema),
  });
  return { ...reduced, text: stripIgnoredCharacters(reduced.text) };
}

describe('reducing an operation', () => {
  it('opens fragments', () => {
    const { text } = reduce(
      '{ person { ...F } } fragment F on Person { id friend { ...G } } fragment G on Person { name }',
    );
    expect(text).toBe('{person{...on Person{id friend{...on Person{name}}}}}');
  });

  it('decides what is skipped and included', () => {
    const { text } = reduce(
      'query($yes:Boolean!){person{id @skip(if:$yes) name @include(if:$yes) ...@skip(if:true){id}}}',
      [],
      {
        yes: true,
      },
    );
    expect(text).toBe('query($yes:Boolean!){person{name}}');
  });

  it('leaves __typename where everything below was cut', () => {
    const { text, refusals } = reduce('{ person { id friend { name } } }', ['Person.name']);
    expect(text).toBe('{person{id friend{__typename}}}');
    expect(refusals).toEqual([{ path: ['person', 'friend', 'name'], code: 'NO', coordinate: 'Person.name' }]);
  });

  it('leaves nothing to plan where every root field was cut', () => {
    expect(reduce('{ person { id } __typename }', ['Query.person']).operation).toBeUndefined();
  });

  it('keeps an interface field for the implementers that may answer', () => {
    const { text } = reduce('{ places { street owner { name } } }', ['Home.street', 'Home.owner']);
    expect(text).toBe('{places{__typename ...on Office{street}__typename ...on Office{owner{name}}}}');
  });

  it('gives an alias that is the name of a field another one, since the planner may need that field', () => {
    const { text, refusals } = reduce('{ id: person { friend: name other: id _x: id kind: __typename } }', [
      'Person.id',
    ]);
    expect(text).toBe('{_alias_id:person{_alias_friend:name __typename}}');
    expect(refusals.map(({ path }) => path)).toEqual([
      ['id', 'other'],
      ['id', '_x'],
    ]);
  });

  it('narrows by the fragments around a field', () => {
    const source = '{ places { ... on Home { ... on Place { street } } } }';
    expect(reduce(source, ['Office.street']).refusals).toEqual([]);
    expect(reduce(source, ['Home.street']).refusals).toHaveLength(1);
  });

  it('takes introspection out, with the fragments that it uses', () => {
    const { text, introspection } = reduce(
      '{ __schema { ...F } person { id } } fragment F on __Schema { description }',
    );
    expect(text).toBe('{person{id}}');
    expect(introspection && stripIgnoredCharacters(print(introspection))).toBe(
      '{__schema{...F}}fragment F on __Schema{description}',
    );
  });
});
