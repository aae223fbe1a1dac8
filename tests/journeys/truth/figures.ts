import { expect } from 'vitest';
import { expectToldOrWithheld } from '../../kit/told-figures.ts';

interface Measure {
  readonly measure: string;
  readonly numerator: number | null;
  readonly denominator?: number | null;
  readonly value?: number | null;
  readonly suppressed?: boolean;
}

/** A table of figures as an operation asks for it. */
export interface Figures {
  readonly rows: readonly {
    readonly group: readonly { readonly key?: string; readonly label: string }[];
    readonly measures: readonly Measure[];
  }[];
}

/** Counts things by a key of several parts. */
export function countBy<Thing>(
  things: Iterable<Thing>,
  keyOf: (thing: Thing) => readonly string[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const thing of things) {
    const key = keyOf(thing).join('|');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** One measure of every group, by the group's keys; null where it is withheld. */
export const measured = ({ rows }: Figures, measure: string): Map<string, number | null> =>
  new Map(
    rows.map(({ group, measures }) => [
      group.map(({ key }) => key).join('|'),
      measures.find((one) => one.measure === measure)?.numerator ?? null,
    ]),
  );

/**
 * Expects a count of people: as it is in the world, or withheld. It is withheld from one to four, and where it would
 * tell of such a count; at least this share of the others is told.
 */
export function expectPeople(
  table: Figures,
  measure: string,
  counts: ReadonlyMap<string, number>,
  shareTold: number,
): void {
  const rows = table.rows.map(({ group, measures }) => ({
    group: group.map(({ key = '' }) => ({ key })),
    measures: measures.filter((one) => one.measure === measure),
  }));
  const large = [...counts.values()].filter((count) => count >= 5).length;
  expect(expectToldOrWithheld(rows, counts)).toBeGreaterThanOrEqual(shareTold * large);
}

/** Expects a share: numerator, denominator and what they divide to. */
export function expectShare(
  table: Figures,
  measure: string,
  numerators: ReadonlyMap<string, number>,
  denominators: ReadonlyMap<string, number>,
): void {
  for (const { group, measures } of table.rows) {
    const key = group.map((one) => one.key).join('|');
    const told = measures.find((one) => one.measure === measure);
    const numerator = numerators.get(key) ?? 0;
    const denominator = denominators.get(key) ?? 0;
    expect({ key, measure, ...told }).toMatchObject({ key, measure, numerator, denominator });
    if (denominator === 0) expect(told?.value).toBeNull();
    else expect(told?.value).toBeCloseTo(numerator / denominator, 5);
  }
}
