import type { Purpose } from './purpose.ts';

type Opened = Pick<Purpose, 'boundTo' | 'scopes' | 'matterScopes'>;

/** Whether a scope opens figures, which name nobody. */
export const counts = (scope: string): boolean => scope.endsWith(':statistics');

/**
 * Which scopes may stand beside figures where a purpose is bound to the viewer's areas: those that open fields of a case,
 * and those for what is done, which open nothing to read.
 */
export function besideFigures(required: ReadonlyMap<string, string[][]>): (scope: string) => boolean {
  const read = [...required].filter(([coordinate]) => !coordinate.startsWith('Mutation.'));
  const scopesIn = (coordinates: typeof read) =>
    new Set(coordinates.flatMap(([, alternatives]) => alternatives.flat()));
  const [asked, ofCases] = [scopesIn(read), scopesIn(read.filter(([coordinate]) => coordinate.startsWith('Case.')))];
  return (scope) => ofCases.has(scope) || !asked.has(scope);
}

/**
 * What a purpose may open once figures are among it: nothing about people. A purpose that counts opens figures alone;
 * one that supervises within areas, figures and cases. A purpose without figures opens all that it says.
 */
export function statisticsAlone(
  { boundTo, scopes, matterScopes }: Opened,
  mayStandBeside: (scope: string) => boolean,
): Opened {
  if (![...scopes, ...matterScopes].some(counts)) return { boundTo, scopes, matterScopes };
  const beside = (scope: string) => boundTo === 'AREA' && mayStandBeside(scope);
  return { boundTo, scopes: scopes.filter((scope) => counts(scope) || beside(scope)), matterScopes: [] };
}
