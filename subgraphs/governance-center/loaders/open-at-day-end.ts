import { recordLoader } from '../../../schema/kit/register-loader.ts';
import { rangeStatement } from '../../../schema/register/statement.ts';
import { andWithinAreas } from './conditions.ts';
import { STATISTICS_SCOPE } from './statistics-scope.ts';
import { WHOLE_LIST } from './whole-list.ts';

/** Which day's end, and where. */
export interface DayEndAsked {
  /** The instant at which the day ends. */
  readonly dayEnd: string;
  readonly areaCode: string | null;
}

/** How many cases taken in by the end of a day were then neither resolved nor withdrawn nor merged (日清日结). */
export const openAtDayEnd = recordLoader<{ readonly count: number }, DayEndAsked>({
  scope: STATISTICS_SCOPE,
  discloses: null,
  read: (_, { database, context }, { dayEnd, areaCode }) => {
    const values: unknown[] = [dayEnd];
    const text = `SELECT count(*)::int AS count FROM governance_case c
      WHERE c.accepted_at < $1 AND (c.resolved_at IS NULL OR c.resolved_at >= $1)
        AND (c.closed_at IS NULL OR c.closed_at >= $1)
        AND NOT (c.status IN ('WITHDRAWN', 'MERGED') AND NOT EXISTS (
          SELECT FROM case_event e WHERE e.case_number = c.number AND e.kind = c.status AND e.at >= $1
        ))${andWithinAreas(values, 'c.area_code', context.viewer.areas, areaCode)}`;
    return database.query(rangeStatement<{ count: number }>(text), values);
  },
  keysOf: () => WHOLE_LIST,
});
