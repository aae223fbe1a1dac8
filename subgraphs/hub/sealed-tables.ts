import type { SealedTable } from '../../schema/extracts/sealed-table.ts';

/** What the hub keeps sealed of its own: the reasons that officers give, which may name people. */
export const sealedTables: readonly SealedTable[] = [
  { name: 'review', table: 'review', key: ['id'], sealed: ['reason'], derived: [] },
];
