import { departmentModule } from '../load-subgraph.ts';
import type { Derivation } from './columns/column-rule.ts';
import { layoutsOf } from './discover-layouts.ts';
import type { ExtractLayout } from './layout.ts';
import { keepsRowsElsewhere } from './open-destination.ts';
import { sealedQuarantine } from './quarantine-sink.ts';

/** A table with sealed columns. */
export interface SealedTable {
  /** Schema and table, quoted where need be. */
  readonly name: string;
  /** The name in the places of its values. */
  readonly table: string;
  readonly key: readonly string[];
  readonly sealed: readonly string[];
  readonly derived: readonly {
    readonly column: string;
    readonly from: readonly string[];
    readonly make: Derivation['make'];
  }[];
}

/**
 * The tables with sealed columns in a department's database: the quarantine first, those that its layouts fill, and those
 * that its `sealed-tables.ts` names, if it has one.
 */
export async function sealedTablesOf(department: string): Promise<SealedTable[]> {
  const layouts = keepsRowsElsewhere(department) ? [] : await layoutsOf(department);
  const own = await departmentModule<{ sealedTables: readonly SealedTable[] }>(department, 'sealed-tables.ts');
  return [sealedQuarantine, ...sealedTables(layouts), ...(own?.sealedTables ?? [])];
}

/** The tables with sealed columns that layouts fill; several layouts may fill one. */
export function sealedTables(layouts: readonly ExtractLayout[]): SealedTable[] {
  const tables = new Map<string, SealedTable>();
  for (const { table, key, columns } of layouts) {
    const rules = Object.entries(columns);
    const sealed = rules.flatMap(([column, rule]) => (rule.sealed ? [column] : []));
    if (sealed.length === 0) continue;
    const derived = rules.flatMap(([column, rule]) => (rule.derived ? [{ column, ...rule.derived }] : []));
    tables.set(table, { name: table, table, key, sealed, derived });
  }
  return [...tables.values()];
}
