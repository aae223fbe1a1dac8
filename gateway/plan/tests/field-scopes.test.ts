import { describe, expect, it } from 'vitest';
import { composeSupergraph } from '../compose.ts';
import { fieldScopes } from '../field-scopes.ts';

const scopes = fieldScopes(
  composeSupergraph([
    {
      name: 'a',
      typeDefs: `
        extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key" "@requiresScopes" "@authenticated"])
        type Query {
          open: Int
          signedIn: Int @authenticated
          person: Person @requiresScopes(scopes: [["person:read"]])
          either: Int @requiresScopes(scopes: [["one", "two"], ["three"]])
          level: Level
        }
        type Mutation { change: Int @requiresScopes(scopes: [["change:write"]]) }
        type Person @key(fields: "id") @requiresScopes(scopes: [["person:read"]]) {
          id: ID!
          identity: String @requiresScopes(scopes: [["person:identify"]])
        }
        enum Level @requiresScopes(scopes: [["level:read"]]) { LOW HIGH }
      `,
    },
  ]),
);

describe('the scopes of coordinates', () => {
  it('are those of the field, root fields included', () => {
    expect(scopes.get('Query.person')).toEqual([['person:read']]);
    expect(scopes.get('Mutation.change')).toEqual([['change:write']]);
    expect(scopes.get('Query.either')).toEqual([['one', 'two'], ['three']]);
  });

  it('ask for nothing but a known caller where the field is authenticated', () => {
    expect(scopes.get('Query.signedIn')).toEqual([[]]);
  });

  it('are absent where nothing is asked', () => {
    expect(scopes.has('Query.open')).toBe(false);
  });

  it('of a type are asked with those of its fields', () => {
    expect(scopes.get('Person.id')).toEqual([['person:read']]);
    expect(scopes.get('Person.identity')).toEqual([['person:read', 'person:identify']]);
  });

  it('of an enum are asked by the fields that return it', () => {
    expect(scopes.get('Query.level')).toEqual([['level:read']]);
  });
});
