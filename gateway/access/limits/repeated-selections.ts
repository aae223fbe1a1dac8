import { Kind, type SelectionSetNode } from 'graphql';
import type { Definitions } from './definitions.ts';

interface Place {
  found: number;
  readonly below: Map<string, Place>;
}

/**
 * Counts the pairs of selections that answer under the same name at the same place, fragments written out: validation
 * compares each pair (GraphQL, “Field Selection Merging”), so that a few hundred like fields cost seconds. The document's
 * size must be within its limits.
 */
export function repeatedPairs({ operations, fragments }: Definitions): number {
  let pairs = 0;
  const walk = ({ selections }: SelectionSetNode, place: Place): void => {
    for (const node of selections) {
      if (node.kind === Kind.FIELD) {
        const name = (node.alias ?? node.name).value;
        let answered = place.below.get(name);
        if (!answered) place.below.set(name, (answered = { found: 0, below: new Map() }));
        pairs += answered.found;
        answered.found += 1;
        if (node.selectionSet) walk(node.selectionSet, answered);
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        walk(node.selectionSet, place);
      } else {
        const fragment = fragments.get(node.name.value);
        if (fragment) walk(fragment.selectionSet, place);
      }
    }
  };
  for (const { selectionSet } of operations) walk(selectionSet, { found: 0, below: new Map() });
  for (const { selectionSet } of fragments.values()) walk(selectionSet, { found: 0, below: new Map() });
  return pairs;
}
