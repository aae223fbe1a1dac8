import { describe, expect, it } from 'vitest';
import { composeSupergraph } from '../compose.ts';
import { computedFields } from '../computed-fields.ts';
import { entityKeys } from '../entity-keys.ts';
import { createPlanner } from '../planner.ts';
import { splitComputed } from '../split-computed.ts';

const link = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key" "@external" "@requires"])\n`;
const supergraph = composeSupergraph([
  {
    name: 'a',
    typeDefs: `${link} type Query { thing: Thing } type Thing @key(fields: "id") { id: ID! weight: Int }`,
  },
  {
    name: 'b',
    typeDefs: `${link} type Thing @key(fields: "id") {
      id: ID! weight: Int @external postage(unit: Int): Int @requires(fields: "weight") stock(at: ID): Int
    }`,
  },
]);
const planner = createPlanner(supergraph);
const keys = entityKeys(supergraph);
const split = (text: string) => {
  const plan = planner(text, undefined, new Set());
  return JSON.stringify(plan && splitComputed(plan, computedFields(supergraph), keys));
};

describe('parting computed fields', () => {
  it('makes two fetches of one, each with its own inputs and variables', () => {
    const plan = split('query ($unit: Int, $at: ID) { thing { postage(unit: $unit) stock(at: $at) } }');
    const fetches = [...plan.matchAll(/"operation":"(.*?[^\\])"/g)].map(([, text]) =>
      text?.replaceAll(/\\n|\s+/g, ' '),
    );
    expect(fetches).toHaveLength(3);
    expect(fetches[1]).toContain('stock(at: $at)');
    expect(fetches[1]).not.toContain('$unit');
    expect(fetches[2]).toContain('postage(unit: $unit)');
    expect(fetches[2]).not.toContain('$at');
    expect(plan.match(/"name":"weight"/g)).toHaveLength(1);
  });

  it('leaves a fetch of one kind as it is', () => {
    for (const text of ['{ thing { postage } }', '{ thing { stock } }']) {
      expect(split(text)).toBe(JSON.stringify(planner(text, undefined, new Set())));
    }
  });

  it('knows computed fields and keys from the supergraph', () => {
    const computed = computedFields(supergraph);
    expect([computed('b', 'Thing', 'postage'), computed('b', 'Thing', 'stock')]).toEqual([true, false]);
    expect(keys('b', 'Thing')).toEqual([['id']]);
    expect(keys('b', 'Other')).toEqual([]);
  });
});
