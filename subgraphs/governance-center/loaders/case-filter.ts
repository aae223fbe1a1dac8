import { OVERDUE } from './case-row.ts';
import type { Condition } from './conditions.ts';

/** Which cases a list or a figure is about; times are [from, to). */
export interface CaseFilter {
  readonly areaCode?: string | null;
  readonly gridId?: string | null;
  readonly channel?: string | null;
  readonly service?: string | null;
  readonly status?: readonly string[] | null;
  readonly level?: string | null;
  readonly category?: string | null;
  readonly holderId?: string | null;
  readonly overdue?: boolean | null;
  readonly acceptedFrom?: string | null;
  readonly acceptedTo?: string | null;
}

/** The filter but for its area: lists and figures build on the same conditions, so that they agree. */
export const caseConditions = (filter: CaseFilter): Condition[] => [
  ['c.grid_code = ?', filter.gridId],
  ['c.channel = ?', filter.channel],
  ['c.service = ?', filter.service],
  ['c.status = ANY(?::text[])', filter.status],
  ['c.level = ?', filter.level],
  ['c.category = ?', filter.category],
  ['c.holder_code = ?', filter.holderId],
  [`${OVERDUE} = ?`, filter.overdue],
  ['c.accepted_at >= ?', filter.acceptedFrom],
  ['c.accepted_at < ?', filter.acceptedTo],
];
