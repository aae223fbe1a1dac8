/** What a grid worker reported, without its summary. */
export interface GridReportRow {
  readonly id: string;
  readonly item: string;
  readonly at: string;
  readonly gridCode: string;
  readonly urgent: boolean;
  readonly onTime: boolean;
  readonly caseNumber: string | null;
}

/** Scope of reports; their summaries need another. */
export const REPORT_SCOPE = 'governance-center.report:read';

/** The columns of a {@link GridReportRow}. */
export const REPORT_COLUMNS = `t.id, t.item, t.at, t.grid_code AS "gridCode", t.urgent, t.on_time AS "onTime",
  t.case_number AS "caseNumber"`;
