import { recordLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';
import { type GridReportRow, REPORT_COLUMNS, REPORT_SCOPE } from './report-row.ts';

const reports = statement<GridReportRow>(
  `SELECT ${REPORT_COLUMNS} FROM grid_report t WHERE t.id = ANY($1::uuid[]) AND t.area_code LIKE ANY($2::text[])`,
);

/** The report of an id. */
export const reportById = recordLoader<GridReportRow>({
  scope: REPORT_SCOPE,
  discloses: null,
  read: (ids, { database, areas }) => database.query(reports, [ids, areas]),
  keysOf: ({ id }) => id,
});
