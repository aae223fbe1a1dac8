import { describe, expect, it } from 'vitest';
import { composeSupergraph } from '../compose.ts';
import { createPlanner } from '../planner.ts';
import { plannerSupergraph } from '../planner-supergraph.ts';

const link = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key" "@external" "@requires" "@interfaceObject"])`;
const signs = {
  name: 'signs',
  typeDefs: `${link} interface Sign @key(fields: "id") { id: ID! text: String }
    type Arrow implements Sign @key(fields: "id") { id: ID! text: String points: String }`,
};
const extending = {
  name: 'a-walk',
  typeDefs: `${link} type Query { near: Sign }
    type Sign @key(fields: "id") @interfaceObject {
      id: ID!
      text: String @external
      shout: String @requires(fields: "text")
    }`,
};

describe('the supergraph of the planner', () => {
  const supergraph = composeSupergraph([signs, extending]);

  it('orders those who know an interface before those who extend it, under names that lead back', () => {
    const { sdl, nameOf } = plannerSupergraph(supergraph);
    expect(sdl).toContain('@join__graph(name: "0000_signs"');
    expect(sdl).toContain('@join__graph(name: "0001_a-walk"');
    expect([nameOf('0000_signs'), nameOf('0001_a-walk')]).toEqual(['signs', 'a-walk']);
  });

  it('leads to the implementers, in plans that name the subgraphs themselves', () => {
    const plan = JSON.stringify(
      createPlanner(supergraph)('{ near { ... on Arrow { points } } }', undefined, new Set()),
    );
    expect([...plan.matchAll(/"serviceName":"([^"]+)"/g)].map(([, name]) => name)).toEqual(['a-walk', 'signs']);
  });

  it('is the supergraph itself where nothing needs another order', () => {
    const plain = composeSupergraph([{ name: 'one', typeDefs: 'type Query { a: Int }' }]);
    expect(plannerSupergraph(plain).sdl).toBe(plain);
  });
});

describe('composition', () => {
  it('says which fields of an interface are external to who extends it', () => {
    const supergraph = composeSupergraph([signs, extending]);
    expect(supergraph).toMatch(
      /text: String\s+@join__field\(graph: A_WALK, external: true\)\s+@join__field\(graph: SIGNS\)/,
    );
    const plan = JSON.stringify(createPlanner(supergraph)('{ near { shout } }', undefined, new Set()));
    expect(plan.match(/"serviceName":"signs"/g)).toHaveLength(1);
  });
});
