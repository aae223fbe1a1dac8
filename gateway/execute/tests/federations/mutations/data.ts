/** What was written, in order, across both subgraphs. */
export const journal: string[] = [];
