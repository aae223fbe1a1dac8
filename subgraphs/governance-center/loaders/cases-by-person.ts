import type { PageRequest } from '../../../schema/kit/paging.ts';
import { listLoader, recordLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';
import { type CaseFilter, caseConditions } from './case-filter.ts';
import { CASE_BOUNDARY, CASE_COLUMNS, CASE_TABLES, type CaseRow } from './case-row.ts';
import { andAfter, andConditions, areaCondition } from './conditions.ts';

const SCOPE = 'governance-center.case:history';

/** The cases a person is party to, once each though the person may be so twice. */
const OF_PERSON = 'c.number IN (SELECT p.case_number FROM case_party p WHERE p.person_id = person.id)';

/** A page of the cases that a person is or was party to, newest first. */
export const casesByPerson = listLoader<CaseRow & { personId: string }, PageRequest & { filter: CaseFilter }>({
  scope: SCOPE,
  discloses: 'Person.cases',
  read: (persons, { database, areas, subjects }, { limit, after, filter }) => {
    const values: unknown[] = [persons, areas, subjects, limit];
    const where = andConditions(values, [areaCondition('c.area_code', filter.areaCode), ...caseConditions(filter)]);
    const rest = andAfter(values, 'c.accepted_at, c.number', '<', after);
    const text = `SELECT person.id AS "personId", history.* FROM unnest($1::uuid[]) AS person(id) CROSS JOIN LATERAL (
        SELECT ${CASE_COLUMNS} FROM ${CASE_TABLES} WHERE ${OF_PERSON} AND ${CASE_BOUNDARY}${where}${rest}
        ORDER BY c.accepted_at DESC, c.number DESC LIMIT $4
      ) history ORDER BY history."acceptedAt" DESC, history.number DESC`;
    return database.query(statement<CaseRow & { personId: string }>(text), values);
  },
  keysOf: ({ personId }) => personId,
});

interface CaseCount {
  readonly personId: string;
  readonly count: number;
}

/** How many cases each person is or was party to. */
export const caseCountByPerson = recordLoader<CaseCount, { readonly filter: CaseFilter }>({
  scope: SCOPE,
  discloses: 'Person.cases',
  read: (persons, { database, areas, subjects }, { filter }) => {
    const values: unknown[] = [persons, areas, subjects];
    const where = andConditions(values, [areaCondition('c.area_code', filter.areaCode), ...caseConditions(filter)]);
    const text = `SELECT person.id AS "personId", (
        SELECT count(*)::int FROM governance_case c WHERE ${OF_PERSON} AND ${CASE_BOUNDARY}${where}
      ) AS count FROM unnest($1::uuid[]) AS person(id)`;
    return database.query(statement<CaseCount>(text), values);
  },
  keysOf: ({ personId }) => personId,
});
