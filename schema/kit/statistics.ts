import type { Database } from '../register/database.ts';
import { type Statement, statement } from '../register/statement.ts';
import type { SubgraphContext } from './context.ts';
import { missingScope } from './refusals.ts';

/** Figures in the one shape that all departments answer. */
export interface StatisticTable {
  readonly asOf: string;
  readonly rows: readonly {
    readonly group: readonly { readonly dimension: string; readonly key: string; readonly label: string }[];
    readonly measures: readonly {
      readonly measure: string;
      readonly definition: string;
      readonly numerator: number | null;
      readonly denominator: number | null;
      readonly value: number | null;
      readonly unit: string;
      readonly suppressed: boolean;
    }[];
  }[];
}

/** How rows are grouped: an SQL expression for the key, and the name of a key. */
export interface Dimension {
  readonly key: string;
  readonly label: (key: string) => string;
}

/** A figure: SQL aggregates for what is counted and, for a share, out of what. */
export interface Measure {
  readonly measure: string;
  /** What is counted, in both languages. */
  readonly definition: string;
  readonly numerator: string;
  readonly denominator?: string;
  /** SQL aggregate for figures that are neither counts nor shares, such as a median; null numerators stay null. */
  readonly value?: string;
  readonly unit: string;
}

export interface StatisticsQuestion<Name extends string> {
  /** Scope that the figure asks for: always a `:statistics` scope. */
  readonly scope: string;
  /** SQL from-clause; its rows are counted. */
  readonly from: string;
  /** Column that holds a row's area code. */
  readonly areaColumn: string;
  readonly dimensions: Readonly<Record<Name, Dimension>>;
  readonly groupBy: readonly Name[];
  /** Conditions with `?` where a value goes; those whose value is null or undefined fall away. */
  readonly where: readonly (readonly [condition: string, value: unknown])[];
  readonly measures: readonly Measure[];
}

/** As of when figures and records are where nothing was ever taken in. */
export const NO_DATE = '1970-01-01T08:00:00+08:00';

/**
 * Counts cases, visits and other things done, in one statement, within the viewer's areas. Figures of people are
 * `peopleFigures`.
 */
export async function statisticTable<Name extends string>(
  context: SubgraphContext,
  question: StatisticsQuestion<Name>,
): Promise<StatisticTable> {
  if (context.reach(question.scope) !== 'areas') throw missingScope(question.scope);
  const values: unknown[] = [context.areas];
  const conditions = [`${question.areaColumn} LIKE ANY($1)`];
  for (const [condition, value] of question.where) {
    if (value === null || value === undefined) continue;
    values.push(value);
    conditions.push(condition.replace('?', `$${values.length}`));
  }
  const dimensions = question.groupBy.map((name) => question.dimensions[name]);
  const keys = dimensions.map(({ key }, index) => `(${key})::text AS key_${index}`);
  const figures = question.measures.flatMap(({ numerator, denominator, value }, index) => [
    `(${numerator})::int AS numerator_${index}`,
    `(${denominator ?? 'NULL'})::int AS denominator_${index}`,
    `(${value ?? 'NULL'})::float8 AS value_${index}`,
  ]);
  const ordinals = keys.map((_, index) => index + 1).join(', ');
  const text = `SELECT ${[...keys, ...figures].join(', ')} FROM ${question.from} WHERE ${conditions.join(' AND ')}
    ${ordinals && `GROUP BY ${ordinals} ORDER BY ${ordinals}`}`;
  // Unnamed: the combinations of groups and filters are many, and a server keeps every named statement.
  const unnamed: Statement<Record<string, string | number | null>> = { name: '', text, plannedByValues: true };
  const rows = await context.database.query(unnamed, values);
  return tableOf(question, rows, await latestAsOf(context.database));
}

function tableOf<Name extends string>(
  { groupBy, dimensions, measures }: StatisticsQuestion<Name>,
  rows: readonly Record<string, string | number | null>[],
  asOf: string,
): StatisticTable {
  return {
    asOf,
    rows: rows.map((row) => ({
      group: groupBy.map((name, index) => {
        const key = String(row[`key_${index}`] ?? '');
        return { dimension: name, key, label: dimensions[name].label(key) };
      }),
      measures: measures.map((measure, index) => figure(measure, row, index)),
    })),
  };
}

function figure(measure: Measure, row: Record<string, unknown>, index: number) {
  const numerator = row[`numerator_${index}`] as number | null;
  const denominator = row[`denominator_${index}`] as number | null;
  return {
    measure: measure.measure,
    definition: measure.definition,
    unit: measure.unit,
    numerator,
    denominator,
    value: valueOf(measure, row, index, numerator, denominator),
    suppressed: false,
  };
}

function valueOf(
  measure: Measure,
  row: Record<string, unknown>,
  index: number,
  numerator: number | null,
  denominator: number | null,
): number | null {
  if (measure.value) return row[`value_${index}`] as number | null;
  if (!measure.denominator) return numerator;
  return denominator ? Math.round(((numerator ?? 0) / denominator) * 1e6) / 1e6 : null;
}

const newestBatch = statement<{ asOf: string | null }>(`SELECT max(as_of) AS "asOf" FROM exchange.import_batch`);

/** As of when the figures of a department's own register are. */
export async function latestAsOf(database: Database): Promise<string> {
  const [newest] = await database.query(newestBatch, []);
  return newest?.asOf ?? NO_DATE;
}
