import { describe, expect, it } from 'vitest';
import { type Graph, graphIn, wholeGraph } from './graph.ts';

const graph = await wholeGraph();

const seams = new Set(['Person', 'Household', 'Dwelling', 'Case', 'Area']);

/** A department that is down, or a refusal, must blank its own field and nothing around it. */
function rigid({ fields, keys }: Graph): string[] {
  return fields
    .filter(({ nullable, scopes, owner, name }) => {
      const isFacet = seams.has(owner) && !keys.get(owner)?.includes(name);
      return !nullable && (scopes !== undefined || isFacet || owner === 'Query' || owner === 'Subscription');
    })
    .map(({ department, coordinate }) => `${department}: ${coordinate}`);
}

describe('null at the seams', () => {
  it('lets every facet, every field with a scope and every root field be null', () => {
    expect(rigid(graph)).toEqual([]);
  });

  it('finds those that cannot be', () => {
    const bad = graphIn(`
      type Query { figures: [Int!]! }
      type Person @key(fields: "id") { id: ID! visits: [Visit!]! }
      type Visit { at: Int! findings: String! @requiresScopes(scopes: [["example.visit:read"]]) }`);
    expect(rigid(bad)).toEqual(['example: Query.figures', 'example: Person.visits', 'example: Visit.findings']);
  });
});
