import { recordLoader } from '../../../schema/kit/register-loader.ts';
import { placeOf } from '../../../schema/kit/sealing/register-seal.ts';
import { statement } from '../../../schema/register/statement.ts';

/** What a report tells in words, which may name people. */
export interface ReportSummaryRow {
  readonly reportId: string;
  readonly number: string;
  readonly caseNumber: string | null;
  readonly summary: string | null;
  readonly persons: readonly string[];
}

/** A report as its summary is asked for: with the case that came of it, which is what a matter concerns. */
export const summaryKey = (report: { readonly id: string; readonly caseNumber: string | null }): string =>
  `${report.caseNumber ?? ''}/${report.id}`;

const summaries = statement<ReportSummaryRow>(`
  SELECT t.id AS "reportId", t.number, t.case_number AS "caseNumber", t.summary, ARRAY(
    SELECT p.person_id::text FROM case_party p WHERE p.case_number = t.case_number AND p.person_id IS NOT NULL
  ) AS persons
  FROM grid_report t WHERE t.id = ANY($1::uuid[])
    AND (t.area_code LIKE ANY($2::text[]) OR t.case_number = ANY($3::text[]))`);

/** The words of each report; under a matter only those of its case. */
export const summaryByReport = recordLoader<ReportSummaryRow>({
  scope: 'governance-center.case:narrative',
  discloses: 'GridReport.summary',
  read: async (keys, { database, areas, subjects }) => {
    const ids = keys.map((key) => key.slice(key.lastIndexOf('/') + 1));
    return (await database.query(summaries, [ids, areas, subjects])).map((row) => ({
      ...row,
      summary: database.seal.openNullable(row.summary, placeOf('grid_report', 'summary', [row.number])),
    }));
  },
  keysOf: ({ reportId, caseNumber }) => summaryKey({ id: reportId, caseNumber }),
  subjectOf: (key) => key.slice(0, key.lastIndexOf('/')),
  personsOf: ({ persons }) => persons,
});
