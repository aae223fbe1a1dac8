import { parse } from 'graphql';
import { expect, it } from 'vitest';
import { createEngine } from '../../execute/engine.ts';
import { composeSupergraph } from '../compose.ts';
import { NOTHING_REFUSED } from '../refused.ts';

it('refuses a field that takes arguments from its ancestors, and answers all others', () => {
  const typeDefs = `
    extend schema
      @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key" "@context" "@fromContext"])
    type Query { shop: Shop }
    type Shop @key(fields: "id") @context(name: "shop") { id: ID! currency: String! item: Item }
    type Item @key(fields: "id") { id: ID! name: String price(in: String @fromContext(field: "$shop { currency }")): Int }
  `;
  const engine = createEngine({ supergraph: composeSupergraph([{ name: 'shops', typeDefs }]) });
  const prepare = (source: string) => engine.prepare(parse(source), source, undefined, NOTHING_REFUSED);
  expect(() => prepare('{ shop { item { price } } }')).toThrow('Item.price');
  expect(prepare('{ shop { item { name } } }').variant({}).subgraphs).toEqual(new Set(['shops']));
});
