import type { DatabaseSync } from 'node:sqlite';
import { asOf } from './lookups.ts';

const KINDS = `SELECT enrolments, count(*) AS people FROM (
    SELECT json_group_array(json_object('areaCode', area_code, 'scheme', scheme, 'status', status)) AS enrolments
    FROM (SELECT DISTINCT person_id, area_code, scheme, status FROM enrolment ORDER BY 1, 2, 3, 4) GROUP BY person_id
  ) GROUP BY enrolments ORDER BY enrolments`;

/** Counts people by the set of their enrolments: where, in which scheme, in which status. */
export function countPeople(store: DatabaseSync): object {
  const rows = store.prepare(KINDS).all();
  return {
    asOf: asOf(store, 'enrolments'),
    rows: rows.map(({ enrolments, people }) => ({ enrolments: JSON.parse(String(enrolments)), people })),
  };
}
