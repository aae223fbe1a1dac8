import type { PageRequest } from '../../../schema/kit/paging.ts';
import { listLoader, recordLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';
import { andAfter, andConditions, type Condition } from './conditions.ts';
import { type GridReportRow, REPORT_COLUMNS, REPORT_SCOPE } from './report-row.ts';

/** Which reports of a grid; times are [from, to). */
export interface GridReportFilter {
  readonly item?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly urgent?: boolean | null;
}

const conditions = ({ item, from, to, urgent }: GridReportFilter): Condition[] => [
  ['t.item = ?', item],
  ['t.at >= ?', from],
  ['t.at < ?', to],
  ['t.urgent = ?', urgent],
];

const OF_GRID = 't.grid_code = asked.code AND t.area_code LIKE ANY($2::text[])';

/** A page of the reports of each grid, newest first. */
export const reportsByGrid = listLoader<GridReportRow, PageRequest & { readonly filter: GridReportFilter }>({
  scope: REPORT_SCOPE,
  discloses: null,
  read: (codes, { database, areas }, { limit, after, filter }) => {
    const values: unknown[] = [codes, areas, limit];
    const where = andConditions(values, conditions(filter)) + andAfter(values, 't.at, t.id', '<', after);
    const text = `SELECT page.* FROM unnest($1::text[]) AS asked(code) CROSS JOIN LATERAL (
        SELECT ${REPORT_COLUMNS} FROM grid_report t WHERE ${OF_GRID}${where} ORDER BY t.at DESC, t.id DESC LIMIT $3
      ) page ORDER BY page.at DESC, page.id DESC`;
    return database.query(statement<GridReportRow>(text), values);
  },
  keysOf: ({ gridCode }) => gridCode,
});

interface ReportCount {
  readonly gridCode: string;
  readonly count: number;
}

/** How many reports each grid has. */
export const reportCountByGrid = recordLoader<ReportCount, { readonly filter: GridReportFilter }>({
  scope: REPORT_SCOPE,
  discloses: null,
  read: (codes, { database, areas }, { filter }) => {
    const values: unknown[] = [codes, areas];
    const where = andConditions(values, conditions(filter));
    const text = `SELECT asked.code AS "gridCode", (
        SELECT count(*)::int FROM grid_report t WHERE ${OF_GRID}${where}
      ) AS count FROM unnest($1::text[]) AS asked(code)`;
    return database.query(statement<ReportCount>(text), values);
  },
  keysOf: ({ gridCode }) => gridCode,
});
