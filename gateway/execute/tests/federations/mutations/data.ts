/** What was written, in order, across both subgraphs. */
export const journal: string[] = [];

/** Forgets what was written. */
export function reset(): void {
  journal.length = 0;
}
