import type { SubgraphContext } from '../../../schema/kit/context.ts';
import { missingScope } from '../../../schema/kit/refusals.ts';

/** Scope of all figures of the centre. */
export const STATISTICS_SCOPE = 'governance-center.case:statistics';

/** Refuses figures before anything is read for them, even the names of their groups. */
export function expectStatistics(context: SubgraphContext): void {
  if (context.reach(STATISTICS_SCOPE) !== 'areas') throw missingScope(STATISTICS_SCOPE);
}
