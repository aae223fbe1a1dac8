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

describe('the full schema', () => {
  it('holds what is inaccessible, and still no machinery', () => {
    const printed = printSchema(fullSchema(supergraph));
    expect(printed).toContain('type Secret');
    expect(printed).toContain('TWO');
    expect(printed).not.toMatch(/join__|link__|requiresScopes/);
  });
});
