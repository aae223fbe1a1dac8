import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { asOf } from './lookups.ts';

const GROUPS = { AREA: 'area_code', TOWN: 'substr(area_code, 1, 9)', SCHEME: 'scheme', STATUS: 'status' } as const;

const areaPrefix = z.string().regex(/^\d{2,12}$/);

const question = z.object({
  areas: z.array(areaPrefix),
  area: z.string().nullish(),
  scheme: z.string().nullish(),
  status: z.string().nullish(),
  groupBy: z.array(z.enum(['AREA', 'TOWN', 'SCHEME', 'STATUS'])).max(8),
});

/** Counts people with an enrolment within areas, each once a group; throws for what is no such question. */
export function countPeople(store: DatabaseSync, body: unknown): object {
  const { areas, area, scheme, status, groupBy } = question.parse(body);
  const values: string[] = [JSON.stringify(areas)];
  const conditions = [
    'EXISTS (SELECT 1 FROM json_each(?1) AS prefix WHERE substr(area_code, 1, length(prefix.value)) = prefix.value)',
  ];
  const require = (condition: string, value: string | null | undefined) => {
    if (value === null || value === undefined) return;
    values.push(value);
    conditions.push(condition);
  };
  // Numbered, since the area is looked at twice.
  require(`substr(area_code, 1, length(?${values.length + 1})) = ?${values.length + 1}`, area);
  require(`scheme = ?${values.length + 1}`, scheme);
  require(`status = ?${values.length + 1}`, status);
  const keys = groupBy.map((name, index) => `${GROUPS[name]} AS key_${index}`);
  const ordinals = keys.map((_, index) => index + 1).join(', ');
  const rows = store
    .prepare(
      `SELECT ${[...keys, 'count(DISTINCT person_id) AS people'].join(', ')} FROM enrolment
       WHERE ${conditions.join(' AND ')} ${ordinals && `GROUP BY ${ordinals} ORDER BY ${ordinals}`}`,
    )
    .all(...values);
  return {
    asOf: asOf(store, 'enrolments'),
    rows: rows.map((row) => ({ keys: groupBy.map((_, index) => String(row[`key_${index}`])), people: row['people'] })),
  };
}
