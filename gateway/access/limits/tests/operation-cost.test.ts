import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { apiSchema } from '../../../plan/client-schema.ts';
import { composeSupergraph } from '../../../plan/compose.ts';
import { definitionsOf } from '../definitions.ts';
import { operationCost } from '../operation-cost.ts';
import { quantity } from '../quantity.ts';
import { weightsOf } from '../weights.ts';

const supergraph = composeSupergraph([
  {
    name: 'registry',
    typeDefs: `
      extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@cost" "@listSize" "@tag"])
      type Query {
        person: Person
        people: [Person!]!
        page(first: Int = 5): Page!
        figures: Figures @cost(weight: 40)
        towns: [Town!]! @listSize(assumedSize: 3)
        visits(limit: Int): Page! @listSize(slicingArguments: ["limit"], sizedFields: ["nodes"], assumedSize: 2)
        }
      type Person { id: ID! name: String spouses: [Person!]! secret(of: String @tag(name: "sensitive")): Int }
      type Page { nodes: [Person!]! edges: [Edge!]! totalCount: Int! }
      type Edge { cursor: String! node: Person! }
      type Figures { rows: [Row!]! }
      type Row { key: String }
      type Town @cost(weight: 7) { name: String }
    `,
  },
]);
const schema = apiSchema(supergraph);
const weights = weightsOf(supergraph);

function costOf(source: string, variables: Record<string, unknown> = {}): number {
  const definitions = definitionsOf(parse(source));
  const { cost } = operationCost(definitions.operations[0]!, definitions, schema, weights);
  return quantity(cost, variables);
}

describe('the cost of an operation', () => {
  it.each([
    ['one object counts one, its values nothing', '{ person { id name } }', 1],
    ['a list counts ten where nothing says how long it is', '{ people { id } }', 10],
    ['lists in lists multiply', '{ people { spouses { id } } }', 10 + 100],
    ['a page counts itself and as many rows as it asks for', '{ page(first: 30) { nodes { id } } }', 1 + 30],
    ['a page counts the rows of the schema where it asks for none', '{ page { nodes { id } totalCount } }', 1 + 5],
    ['edges count, and their nodes', '{ page(first: 4) { edges { cursor node { id } } } }', 1 + 4 * 2],
    ['a field may weigh more', '{ figures { rows { key } } }', 40 + 1 + 10],
    ['a type may weigh more, a list be assumed shorter', '{ towns { name } }', 3 * 7],
    ['a list may name what says how long it is', '{ visits(limit: 6) { nodes { id } edges { cursor } } }', 1 + 6 + 10],
    ['and be assumed shorter where that is not said', '{ visits { nodes { id } } }', 1 + 2],
    ['introspection is free', '{ __schema { types { fields { name } } } __typename }', 0],
    ['aliases count each', '{ a: person { id } b: person { id } }', 2],
    ['fragments count where they are spread', '{ ...f ...f } fragment f on Query { person { id } }', 2],
    ['what the schema does not know costs nothing', '{ nothing { people { id } } ...none }', 0],
    ['fewer than none is none', '{ page(first: -5) { nodes { id } } }', 1],
  ])('%s', (_, source, cost) => {
    expect(costOf(source)).toBe(cost);
  });

  it('is decided by variables, their defaults and the schema’s, in this order', () => {
    const source = 'query Q($n: Int = 8) { page(first: $n) { nodes { id } } }';
    expect(costOf(source, { n: 50 })).toBe(51);
    expect(costOf(source)).toBe(9);
    expect(costOf('query Q($n: Int) { page(first: $n) { nodes { id } } }')).toBe(6);
  });

  it('takes a variable that is no number for none', () => {
    const source = 'query Q($n: Int) { page(first: $n) { nodes { id } } }';
    for (const n of ['1e9', Number.NaN, Number.POSITIVE_INFINITY, {}, null, true])
      expect(costOf(source, { n })).toBe(6);
  });

  it('names the first sensitive argument', () => {
    const definitions = definitionsOf(parse('{ people { spouses { secret(of: "x") } } }'));
    const { sensitive } = operationCost(definitions.operations[0]!, definitions, schema, weights);
    expect(sensitive).toBe('Person.secret(of:)');
  });
});
