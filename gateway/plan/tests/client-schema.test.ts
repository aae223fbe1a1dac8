import { printSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { apiSchema, fullSchema } from '../client-schema.ts';
import { composeSupergraph } from '../compose.ts';

const supergraph = composeSupergraph([
  {
    name: 'a',
    typeDefs: `
      extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key" "@inaccessible" "@tag" "@requiresScopes"])
      type Query {
        "What lies open."
        open(filter: Filter, hidden: Int @inaccessible, name: String @tag(name: "sensitive")): Found @deprecated(reason: "old")
        scoped: Int @requiresScopes(scopes: [["a"]])
      }
      input Filter { kind: Kind secret: String @inaccessible }
      enum Kind { ONE TWO @inaccessible }
      union Found = Thing | Secret
      interface Traced @inaccessible { trace: ID @inaccessible }
      type Thing implements Traced @key(fields: "id") { id: ID! trace: ID @inaccessible }
      type Secret @inaccessible { id: ID! }
      scalar Date @specifiedBy(url: "https://example.org/date")
    `,
  },
]);

describe('the schema of clients', () => {
  it('is the graph alone, with its descriptions and deprecations', () => {
    expect(printSchema(apiSchema(supergraph)).trim()).toBe(
      `
scalar Date @specifiedBy(url: "https://example.org/date")

type Query {
  """What lies open."""
  open(filter: Filter, name: String): Found @deprecated(reason: "old")
  scoped: Int
}

type Thing {
  id: ID!
}

union Found = Thing

enum Kind {
  ONE
}

input Filter {
  kind: Kind
}`.trim(),
    );
  });
});

describe('what looks like machinery', () => {
  const schema = apiSchema(`
    schema
      @link(url: "https://specs.apollo.dev/link/v1.0")
      @link(url: "https://specs.apollo.dev/join/v0.3", for: EXECUTION)
      @link(url: "https://specs.apollo.dev/requiresScopes/v0.1", as: "held") { query: Query mutation: Change }
    directive @join__type(graph: join__Graph!) repeatable on OBJECT
    directive @note(text: String) on FIELD | FRAGMENT_SPREAD | OBJECT
    directive @mark on OBJECT
    scalar held__Scope
    scalar join__FieldSet
    enum join__Graph { A }
    enum link__Purpose { EXECUTION }
    type Query @join__type(graph: A) @note(text: "x") { part: Old__Part }
    type Change @mark { part: Old__Part }
    type Old__Part { joined: Int }
  `);

  it('stays where it is the graph’s own', () => {
    const names = Object.keys(schema.getTypeMap()).filter((name) => !name.startsWith('__'));
    expect(names.toSorted()).toEqual(['Boolean', 'Change', 'Int', 'Old__Part', 'Query', 'String']);
    expect(schema.getMutationType()?.name).toBe('Change');
  });

  it('stays where a client may write it into an operation', () => {
    const own = schema
      .getDirectives()
      .filter(({ name }) => !['skip', 'include', 'deprecated', 'specifiedBy', 'oneOf'].includes(name));
    expect(own.map(({ name, locations }) => [name, locations])).toEqual([['note', ['FIELD', 'FRAGMENT_SPREAD']]]);
  });
});

describe('the full schema', () => {
  it('holds what is inaccessible, and still no machinery', () => {
    const printed = printSchema(fullSchema(supergraph));
    expect(printed).toContain('type Secret');
    expect(printed).toContain('TWO');
    expect(printed).not.toMatch(/join__|link__|requiresScopes/);
  });
});
