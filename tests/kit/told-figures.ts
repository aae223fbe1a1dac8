import { expect } from 'vitest';

/** A row of figures of people as an operation asks for it. */
export interface PeopleRow {
  readonly group: readonly { readonly key?: string }[];
  readonly measures: readonly { readonly numerator: number | null; readonly suppressed?: boolean }[];
}

/**
 * Expects a measure of figures of people to be as it is in the register, by the groups' keys, or to be withheld: always
 * from one to four, and elsewhere where it would tell of such a figure. Answers how many are told.
 */
export function expectToldOrWithheld(
  rows: readonly PeopleRow[],
  counts: ReadonlyMap<string, number>,
  measure = 0,
): number {
  const found = new Map(rows.map((row) => [row.group.map(({ key }) => key).join('|'), row.measures[measure]]));
  for (const [key, count] of counts) if (count > 0) expect(found.has(key), `a row for ${key}`).toBe(true);
  let told = 0;
  for (const [key, figure] of found) {
    const count = counts.get(key) ?? 0;
    if (figure?.suppressed) expect(figure.numerator, key).toBeNull();
    else {
      told += 1;
      expect(figure?.numerator, key).toBe(count);
      expect(count === 0 || count >= 5, `${key} to be no count of one to four`).toBe(true);
    }
  }
  return told;
}
