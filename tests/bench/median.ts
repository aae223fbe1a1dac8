/** The middle of a list of numbers; the mean of the two in the middle where their number is even. Throws for none. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)];
  const lower = sorted[Math.ceil(middle) - 1];
  if (upper === undefined || lower === undefined) throw new RangeError('Expected at least one number.');
  return (upper + lower) / 2;
}

/** The number that so large a share of a list does not exceed. Throws for none. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  const found = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (found === undefined) throw new RangeError('Expected at least one number.');
  return found;
}

/** A ratio with its target, as it is printed. */
export const ratioLine = (what: string, ratio: number, target: string): string =>
  `  ${what}: ${Number.isNaN(ratio) ? '–' : ratio.toFixed(3)}  (target ${target} 目标)`;
