import type { PageRequest } from '../../../schema/kit/paging.ts';
import { listLoader, recordLoader } from '../../../schema/kit/register-loader.ts';
import { rangeStatement } from '../../../schema/register/statement.ts';
import { type CaseFilter, caseConditions } from './case-filter.ts';
import { CASE_COLUMNS, CASE_TABLES, type CaseRow } from './case-row.ts';
import { andAfter, andConditions, andWithinAreas } from './conditions.ts';
import { WHOLE_LIST } from './whole-list.ts';

const SCOPE = 'governance-center.case:read';

/** A page of the cases of the viewer's areas, newest first. */
export const casesByFilter = listLoader<CaseRow, PageRequest & { readonly filter: CaseFilter }>({
  scope: SCOPE,
  discloses: null,
  read: (_, { database, context }, { limit, after, filter }) => {
    const values: unknown[] = [limit];
    const where = caseFilterSql(values, context.viewer.areas, filter);
    const rest = andAfter(values, 'c.accepted_at, c.number', '<', after);
    const text = `SELECT ${CASE_COLUMNS} FROM ${CASE_TABLES} WHERE true${where}${rest}
      ORDER BY c.accepted_at DESC, c.number DESC LIMIT $1`;
    return database.query(rangeStatement<CaseRow>(text), values);
  },
  keysOf: () => WHOLE_LIST,
});

/** How many cases of the viewer's areas a filter finds. */
export const caseCountByFilter = recordLoader<{ readonly count: number }, { readonly filter: CaseFilter }>({
  scope: SCOPE,
  discloses: null,
  read: (_, { database, context }, { filter }) => {
    const values: unknown[] = [];
    const where = caseFilterSql(values, context.viewer.areas, filter);
    const text = `SELECT count(*)::int AS count FROM governance_case c WHERE true${where}`;
    return database.query(rangeStatement<{ count: number }>(text), values);
  },
  keysOf: () => WHOLE_LIST,
});

const caseFilterSql = (values: unknown[], areas: readonly string[], filter: CaseFilter): string =>
  andWithinAreas(values, 'c.area_code', areas, filter.areaCode) + andConditions(values, caseConditions(filter));
