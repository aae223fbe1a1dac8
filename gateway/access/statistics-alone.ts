import type { Purpose } from './purpose.ts';

type Opened = Pick<Purpose, 'boundTo' | 'scopes' | 'matterScopes'>;

/** Whether a scope opens figures, which name nobody. */
export const counts = (scope: string): boolean => scope.endsWith(':statistics');

/** The scopes that open a field of a case: they may stand beside figures where a purpose is bound to the viewer's areas. */
export const scopesOfCases = (required: ReadonlyMap<string, string[][]>): ReadonlySet<string> =>
  new Set([...required].filter(([coordinate]) => coordinate.startsWith('Case.')).flatMap(([, all]) => all.flat()));

/**
 * What a purpose may open once figures are among it: nothing about people. A purpose that counts opens figures alone;
 * one that supervises within areas, figures and cases. A purpose without figures opens all that it says.
 */
export function statisticsAlone({ boundTo, scopes, matterScopes }: Opened, ofCases: ReadonlySet<string>): Opened {
  if (![...scopes, ...matterScopes].some(counts)) return { boundTo, scopes, matterScopes };
  const beside = (scope: string) => boundTo === 'AREA' && ofCases.has(scope);
  return { boundTo, scopes: scopes.filter((scope) => counts(scope) || beside(scope)), matterScopes: [] };
}
