import { describe, expect, it } from 'vitest';
import { personas } from '../../gateway/access/personas.ts';
import seeded from '../../subgraphs/hub/purposes/purposes.json' with { type: 'json' };

interface Purpose {
  readonly code: string;
  readonly personas: readonly string[];
  readonly boundTo: string;
  readonly scopes: readonly string[];
  readonly matterScopes: readonly string[];
  readonly lookup: string | null;
  readonly liveStatuses: readonly string[];
}

const purposes: readonly Purpose[] = seeded;

describe.each(purposes)('the purpose $code', ({
  personas: users,
  scopes,
  matterScopes,
  boundTo,
  lookup,
  liveStatuses,
}) => {
  it.each(users)('opens nothing that a token for %s does not carry', (user) => {
    const carried = new Set(personas[user]?.scopes);
    expect([...scopes, ...matterScopes].filter((scope) => !carried.has(scope))).toEqual([]);
  });

  it('looks a matter up exactly where it is bound to one', () => {
    const bound = boundTo === 'CASE' || boundTo === 'DISPATCH';
    expect([lookup !== null, liveStatuses.length > 0]).toEqual([bound, bound]);
  });

  it('answers for the matter’s subjects alone only where there is a matter', () => {
    const matter = ['CASE', 'DISPATCH', 'OWN_RECORD'].includes(boundTo);
    expect(matterScopes.length > 0).toBe(matter);
  });

  it('never grants one scope both ways', () => {
    expect(scopes.filter((scope) => matterScopes.includes(scope))).toEqual([]);
  });
});

describe('the personas', () => {
  it.each(Object.entries(personas))('carry no scope that no purpose of %s opens', (name, { scopes }) => {
    const opened = new Set(
      purposes
        .filter(({ personas: users }) => users.includes(name))
        .flatMap((purpose) => [...purpose.scopes, ...purpose.matterScopes]),
    );
    expect(scopes.filter((scope) => !opened.has(scope))).toEqual([]);
  });
});
