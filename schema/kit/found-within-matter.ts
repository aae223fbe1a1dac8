import type { SubgraphContext } from './context.ts';
import { outsideMatter } from './refusals.ts';

/**
 * Answers a record that was looked up by its own key. Where the scope answers for the matter in hand alone, a record
 * of others and one that is not there are refused alike with OUTSIDE_MATTER, so that nobody learns which it was.
 */
export function foundWithinMatter<Row>(context: SubgraphContext, scope: string, row: Row | null): Row | null {
  if (row === null && context.reach(scope) === 'matter') throw outsideMatter(scope);
  return row;
}
