import type { RejectionReason } from './columns/column-rule.ts';
import type { RowBatch } from './row-batch.ts';

/** What rows that came twice had been counted with, before they were known to. */
export interface RepeatedRows {
  readonly mask: number;
  readonly unlinked: number;
  readonly rows: number;
}

/** Brings the rows of one file to where they are kept. */
export interface RowLoad {
  /** Takes the linked rows of a batch, with their areas where the layout has none of its own. */
  add(batch: RowBatch, areas: readonly string[] | null): Promise<void>;
  /** Sets a row aside; it is sent with the next rows. */
  setAside(line: number, raw: string, reason: RejectionReason, header: string | null): void;
  /** Brings in what is left, sets rows aside whose key came before in the file, and tells what these were. */
  finish(): Promise<readonly RepeatedRows[]>;
}
