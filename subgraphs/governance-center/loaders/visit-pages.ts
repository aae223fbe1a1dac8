import type { PageRequest } from '../../../schema/kit/paging.ts';
import { type LoaderOptions, listLoader, recordLoader } from '../../../schema/kit/register-loader.ts';
import { rowBoundary } from '../../../schema/kit/row-boundary.ts';
import { statement } from '../../../schema/register/statement.ts';
import { andAfter } from './conditions.ts';
import { VISIT_BOUNDARY, VISIT_COLUMNS, VISIT_SCOPE, type VisitRow } from './visit-row.ts';

/** The visits that belong to a key: how they are found from `asked.id`, and who must be the matter's subject. */
interface VisitsOf {
  readonly discloses: string;
  readonly where: string;
  readonly boundary?: string;
  readonly subjectOf?: LoaderOptions<unknown, unknown>['subjectOf'];
}

type KeyedVisit = VisitRow & { readonly key: string };
type KeyedCount = { readonly key: string; readonly count: number };

/** The loaders of a page of visits, newest first, and of their number, both in one statement a batch. */
export function visitPages({ discloses, where, boundary = VISIT_BOUNDARY, subjectOf }: VisitsOf) {
  const asked = { scope: VISIT_SCOPE, discloses, ...(subjectOf === undefined ? {} : { subjectOf }) };
  const count = statement<KeyedCount>(`
    SELECT asked.id AS key, (SELECT count(*)::int FROM household_visit v WHERE ${where} AND ${boundary}) AS count
    FROM unnest($1::uuid[]) AS asked(id)`);
  return {
    visits: listLoader<KeyedVisit, PageRequest>({
      ...asked,
      read: (keys, { database, context }, { limit, after }) => {
        const { areas, subjects } = rowBoundary(context, VISIT_SCOPE);
        const values: unknown[] = [keys, areas, subjects, limit];
        const rest = andAfter(values, 'v.at, v.id', '<', after);
        const text = `SELECT asked.id AS key, page.* FROM unnest($1::uuid[]) AS asked(id) CROSS JOIN LATERAL (
            SELECT ${VISIT_COLUMNS} FROM household_visit v WHERE ${where} AND ${boundary}${rest}
            ORDER BY v.at DESC, v.id DESC LIMIT $4
          ) page ORDER BY page.at DESC, page.id DESC`;
        return database.query(statement<KeyedVisit>(text), values);
      },
      keysOf: ({ key }) => key,
      personsOf: ({ residents }) => residents,
    }),
    visitCount: recordLoader<KeyedCount>({
      ...asked,
      discloses: null,
      read: (keys, { database, context }) => {
        const { areas, subjects } = rowBoundary(context, VISIT_SCOPE);
        return database.query(count, [keys, areas, subjects]);
      },
      keysOf: ({ key }) => key,
    }),
  };
}
