import type { Refused } from '../plan/refused.ts';
import type { Grant } from './grant.ts';
import { LOOKUP_SCOPE } from './lookups.ts';

/**
 * Turns a grant into the coordinates that it refuses. `required` tells what each coordinate asks for
 * (alternatives of scopes that must be held together); a coordinate that it does not list is open.
 */
export function refusedByScope({ viewer, refusal }: Grant, required: ReadonlyMap<string, string[][]>): Refused {
  const held = new Set([...viewer.scopes, ...viewer.matterScopes]);
  return {
    key: `${refusal}|${[...held].sort().join(' ')}`,
    refusalOf(typeName, fieldName) {
      const alternatives = required.get(`${typeName}.${fieldName}`);
      if (!alternatives) return undefined;
      if (alternatives.some((scopes) => scopes.every((scope) => held.has(scope)))) return undefined;
      const looksUp = alternatives.some((scopes) => scopes.includes(LOOKUP_SCOPE));
      return refusal === 'LOOKUP_LIMIT' && !looksUp ? 'FORBIDDEN' : refusal;
    },
  };
}
