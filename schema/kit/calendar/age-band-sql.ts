import { AGE_BANDS } from './age-band.ts';

/** Today in China, as a PostgreSQL date. */
export const TODAY_SQL = "(now() AT TIME ZONE 'Asia/Shanghai')::date";

const COLUMN = /^(?:"[^"]+"|[a-z_][a-z0-9_]*)(?:\.(?:"[^"]+"|[a-z_][a-z0-9_]*))*$/i;

/**
 * A PostgreSQL expression that gives the published age band of a birth-date column, as `ageBand` does, and null where
 * the date is null. `day` is SQL too: an expression of type date, today in China unless told.
 * Throws unless the column is a plain or quoted, possibly qualified, identifier.
 */
export function ageBandSql(column: string, day: string = TODAY_SQL): string {
  if (!COLUMN.test(column)) throw new RangeError('Expected a column identifier for the age band expression.');
  const arms = AGE_BANDS.map(({ label, below }) =>
    below === Number.POSITIVE_INFINITY
      ? `WHEN ${column} IS NOT NULL THEN '${label}'`
      : `WHEN ${column} > (${day} - interval '${below} years')::date THEN '${label}'`,
  );
  return `CASE ${arms.join(' ')} END`;
}
