import type { CodeTable } from '../../../../schema/kit/code-tables/code-table.ts';

/** How the centre writes a code table in its extracts: the Chinese label stands for the code. */
export const byChineseLabel = (table: CodeTable): Readonly<Record<string, string>> =>
  Object.fromEntries(table.values.map((code) => [table.labelZh(code), code]));
