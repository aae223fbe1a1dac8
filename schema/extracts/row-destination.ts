import type { CellValue } from './columns/column-rule.ts';
import type { Supersession } from './link-register.ts';

/** A batch that begins. */
export interface BeginningBatch {
  readonly id: string;
  /** Name of the layout. */
  readonly layout: string;
  /** Batches that are taken in but not committed yet; what else waits there belongs to imports that came to nothing. */
  readonly keep: readonly string[];
}

/** Linked rows of a batch, their values in the order of the columns. */
export interface LinkedRows {
  readonly id: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
}

/**
 * Where the accepted rows of a department go that keeps its records elsewhere than in its database. Rows of a batch wait
 * there until the batch is recorded in the database, which decides; then it is committed, again where that is not known
 * to have happened. A department has one in its folder, `destination.ts`, or its rows fill the layouts' tables.
 */
export interface RowDestination {
  begin(batch: BeginningBatch): Promise<void>;
  /** Takes rows and answers the places of those whose key came before in the batch; these it does not keep. */
  take(rows: LinkedRows): Promise<readonly number[]>;
  /** Lets a batch's rows count, all at once, each in the place of the one with its key; a second time changes nothing. */
  commit(batch: { readonly id: string; readonly asOf: string }): Promise<void>;
  /** Gives rows the ids that others gave way to; answers how many changed. */
  relink(change: {
    readonly layout: string;
    readonly column: string;
    readonly superseded: readonly Supersession[];
  }): Promise<number>;
}
