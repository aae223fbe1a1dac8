import type { SubgraphContext } from '../../../schema/kit/context.ts';
import { type RowBoundary, rowBoundary } from '../../../schema/kit/row-boundary.ts';
import type { MediationScope } from './mediation-scopes.ts';

/**
 * The boundary of mediations, which lie in an area of their own: whoever became visible as a party of something brings
 * no mediation from elsewhere along, only those whom the matter in hand concerns do.
 */
export function mediationBoundary(context: SubgraphContext, scope: MediationScope): RowBoundary {
  const { areas, subjects } = rowBoundary(context, scope);
  return { areas, subjects: subjects.filter((subject) => context.isMatterSubject(subject)) };
}
