import { describe, expect, it } from 'vitest';
import { composeSupergraph } from '../compose.ts';
import { fieldOwners } from '../field-owners.ts';

const link = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key" "@external" "@requires" "@shareable"])\n`;
const ownerOf = fieldOwners(
  composeSupergraph([
    {
      name: 'a',
      typeDefs: `${link} type Query { thing: Thing }
        type Thing @key(fields: "id") { id: ID! weight: Int } type Size @shareable { width: Int }`,
    },
    {
      name: 'b',
      typeDefs: `${link} type Thing @key(fields: "id") {
        id: ID! weight: Int @external postage: Int @requires(fields: "weight") size: Size
      } type Size @shareable { width: Int } type Label { text: String } type Query { label: Label }`,
    },
  ]),
);

describe('the owner of a field', () => {
  it('is the one subgraph that answers it', () => {
    expect(ownerOf('Query.thing')).toBe('a');
    expect(ownerOf('Thing.weight')).toBe('a');
    expect(ownerOf('Thing.postage')).toBe('b');
    expect(ownerOf('Label.text')).toBe('b');
    expect(ownerOf('Label')).toBe('b');
  });

  it('is nobody where several subgraphs may', () => {
    expect(ownerOf('Thing.id')).toBeUndefined();
    expect(ownerOf('Size.width')).toBeUndefined();
    expect(ownerOf('Thing.missing')).toBeUndefined();
    expect(ownerOf('Thing')).toBeUndefined();
  });
});
