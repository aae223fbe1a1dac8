import type { Refused } from '../plan/refused.ts';
import type { Grant } from './grant.ts';
import { LOOKUP_SCOPE } from './lookups.ts';

/**
 * Turns a grant into the coordinates that it refuses. `required` tells what each coordinate asks for
 * (alternatives of scopes that must be held together); a coordinate that it does not list is open, unless its
 * department took it back.
 */
export function refusedByScope(
  { viewer, refusal, withdrawn, takenBack }: Grant,
  required: ReadonlyMap<string, string[][]>,
): Refused {
  const held = new Set([...viewer.scopes, ...viewer.matterScopes]);
  const before = new Set([...held, ...takenBack]);
  return {
    key: `${refusal}|${[...held].sort().join(' ')}|${withdrawn.key}|${[...takenBack].sort().join(' ')}`,
    refusalOf(typeName, fieldName) {
      const coordinate = `${typeName}.${fieldName}`;
      const alternatives = required.get(coordinate) ?? [[]];
      const openTo = (scopes: ReadonlySet<string>) =>
        alternatives.some((alternative) => alternative.every((scope) => scopes.has(scope)));
      if (openTo(before) && (withdrawn.takesCoordinate(coordinate) || !openTo(held))) return 'WITHDRAWN';
      if (openTo(held)) return undefined;
      const looksUp = alternatives.some((scopes) => scopes.includes(LOOKUP_SCOPE));
      return refusal === 'LOOKUP_LIMIT' && !looksUp ? 'FORBIDDEN' : refusal;
    },
  };
}
