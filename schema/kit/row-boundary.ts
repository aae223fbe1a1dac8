import type { SubgraphContext } from './context.ts';

/** Where rows must lie or whom they must concern to be shown: patterns for `LIKE ANY`, ids and case numbers. */
export interface RowBoundary {
  readonly areas: readonly string[];
  readonly subjects: readonly string[];
}

/**
 * The boundary of a read whose keys do not tell whom the rows concern, such as a marriage by its own id. Where the
 * scope answers for the matter in hand alone, no area opens a row: only the matter's people, households and case do.
 */
export function rowBoundary(context: SubgraphContext, scope: string): RowBoundary {
  if (context.reach(scope) === 'areas') return { areas: context.areas, subjects: [...context.subjects] };
  const { matter } = context.viewer;
  if (context.reach(scope) === 'nothing' || !matter) return { areas: [], subjects: [] };
  const { persons, households, caseNumber } = matter;
  return { areas: [], subjects: [...persons, ...households, ...(caseNumber ? [caseNumber] : [])] };
}
