import { listLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';

/** How many rows a rule met. */
export interface RuleCountRow {
  readonly rule: string;
  readonly rows: number;
}

/** What became of one file. */
export interface ImportBatchRow {
  readonly id: string;
  readonly department: string;
  readonly file: string;
  readonly sha256: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly rows: number;
  readonly accepted: number;
  readonly quarantined: number;
  readonly normalised: readonly RuleCountRow[];
  readonly reasons: readonly RuleCountRow[];
}

const batches = statement<ImportBatchRow>(`
  SELECT batch.id, batch.department, batch.file, batch.sha256, batch.started_at AS "startedAt",
    batch.finished_at AS "finishedAt", batch.rows, batch.accepted, batch.quarantined, batch.normalised, batch.reasons
  FROM unnest($1::text[]) AS asked (department)
  CROSS JOIN LATERAL (
    SELECT * FROM source_batch WHERE source_batch.department = asked.department
    ORDER BY finished_at DESC, id DESC LIMIT $2) batch
  ORDER BY batch.finished_at DESC, batch.id DESC`);

/** Loads the newest files of each department, newest first. */
export const batchesByDepartment = listLoader<ImportBatchRow, { readonly first: number }>({
  scope: null,
  discloses: null,
  read: (departments, { database }, { first }) => database.query(batches, [departments, first]),
  keysOf: ({ department }) => department,
});
