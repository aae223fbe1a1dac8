import type { ColumnRule, Derivation } from './column-rule.ts';

/** A column whose values are kept sealed: names, telephones and addresses of people. */
export const sealed = (rule: ColumnRule): ColumnRule => ({ ...rule, sealed: true });

/** A column made of others of the row; `header` is that of a cell that it is made of. */
export const derived = (header: string, from: readonly string[], make: Derivation['make']): ColumnRule => ({
  header,
  kind: 'text',
  required: false,
  read: () => null,
  derived: { from, make },
});
