import type { RejectionReason } from './columns/column-rule.ts';
import type { BatchSummary } from './link-register.ts';
import { NORMALISATION_RULES, type RowBatch } from './row-batch.ts';
import type { RepeatedRows } from './row-load.ts';

/** Counts what becomes of a file's rows; what it counts as accepted and as quarantined is all that was read. */
export class BatchTally {
  rows = 0;
  accepted = 0;
  unlinked = 0;
  /** The newest value of the layout's asOf column among rows read, '' before there is one. */
  newest = '';
  readonly #masks = new Float64Array(1 << NORMALISATION_RULES.length);
  readonly #reasons = new Map<string, number>();

  /** Counts a row that was set aside. */
  setAside(reason: RejectionReason, rows = 1): void {
    this.#reasons.set(reason, (this.#reasons.get(reason) ?? 0) + rows);
  }

  /** Counts the rows of a batch as accepted; `asOf` is the offset of the column that says when a row was changed. */
  accept(batch: RowBatch, asOf: number): void {
    this.accepted += batch.size;
    for (let row = 0; row < batch.size; row++) {
      const mask = batch.masks[row] as number;
      this.#masks[mask] = (this.#masks[mask] as number) + 1;
      this.unlinked += batch.unlinked[row] as number;
      if (asOf === -1) continue;
      const moment = batch.values[row * batch.columns.length + asOf];
      if (typeof moment === 'string' && moment > this.newest) this.newest = moment;
    }
  }

  /** Takes back what rows were counted with that turned out to repeat others. */
  repeat(repeated: readonly RepeatedRows[]): void {
    for (const { mask, unlinked, rows } of repeated) {
      this.#masks[mask] = (this.#masks[mask] as number) - rows;
      this.unlinked -= unlinked * rows;
      this.accepted -= rows;
      this.setAside('DUPLICATE_ROW', rows);
    }
  }

  /** The counts as the hub shows them. */
  summary(): Pick<BatchSummary, 'rows' | 'accepted' | 'quarantined' | 'unlinked' | 'normalised' | 'reasons'> {
    const reasons = [...this.#reasons].map(([rule, rows]) => ({ rule, rows })).sort(byRule);
    const quarantined = reasons.reduce((sum, { rows }) => sum + rows, 0);
    if (this.accepted + quarantined !== this.rows) {
      throw new Error(
        `Expected ${this.rows} rows accepted or quarantined, counted ${this.accepted} and ${quarantined}.`,
      );
    }
    const normalised = NORMALISATION_RULES.map((rule, bit) => ({ rule, rows: this.#rowsWith(1 << bit) }))
      .filter(({ rows }) => rows > 0)
      .sort(byRule);
    return { rows: this.rows, accepted: this.accepted, quarantined, unlinked: this.unlinked, normalised, reasons };
  }

  #rowsWith(bit: number): number {
    return this.#masks.reduce((sum, rows, mask) => (mask & bit ? sum + rows : sum), 0);
  }
}

const byRule = (one: { rule: string }, other: { rule: string }): number => (one.rule < other.rule ? -1 : 1);
