import { describe, expect, it } from 'vitest';
import type { Database } from '../../register/database.ts';
import { SubgraphContext } from '../context.ts';
import { foundWithinMatter } from '../found-within-matter.ts';
import { ringOfSecrets } from '../keys/secret-ring.ts';
import { rowBoundary } from '../row-boundary.ts';
import type { Viewer } from '../viewer.ts';

const matter = { caseNumber: 'QJ-1', persons: ['p'], households: ['h'] };
const nobody: Viewer = {
  request: 'r',
  user: 'u',
  client: 'c',
  persona: 'handler',
  organization: null,
  department: null,
  areas: ['330803'],
  purpose: 'case-handling',
  scopes: [],
  matterScopes: [],
  matter,
  admitted: ['a'],
  withheld: [],
  breakGlass: false,
};
const contextOf = (changes: Partial<Viewer>) =>
  new SubgraphContext({ ...nobody, ...changes }, {} as Database, ringOfSecrets(Buffer.alloc(32)));

describe('rowBoundary', () => {
  it('is the areas and all subjects of the request where the scope answers within the areas', () => {
    expect(rowBoundary(contextOf({ scopes: ['s'] }), 's')).toEqual({
      areas: ['330803%'],
      subjects: ['p', 'h', 'QJ-1', 'a'],
    });
  });

  it('is what the matter concerns alone where the scope is bound to it', () => {
    expect(rowBoundary(contextOf({ matterScopes: ['s'] }), 's')).toEqual({ areas: [], subjects: ['p', 'h', 'QJ-1'] });
  });

  it('is nothing without the scope, or without a matter', () => {
    const nothing = { areas: [], subjects: [] };
    expect(rowBoundary(contextOf({}), 's')).toEqual(nothing);
    expect(rowBoundary(contextOf({ matterScopes: ['s'], matter: null }), 's')).toEqual(nothing);
  });
});

describe('foundWithinMatter', () => {
  it('answers what was found, and has no record where the scope answers within the areas', () => {
    expect(foundWithinMatter(contextOf({ matterScopes: ['s'] }), 's', 1)).toBe(1);
    expect(foundWithinMatter(contextOf({ scopes: ['s'] }), 's', null)).toBeNull();
  });

  it('refuses what was not found where the scope is bound to the matter', () => {
    expect(() => foundWithinMatter(contextOf({ matterScopes: ['s'] }), 's', null)).toThrow(
      expect.objectContaining({ extensions: { code: 'OUTSIDE_MATTER' } }),
    );
  });
});
