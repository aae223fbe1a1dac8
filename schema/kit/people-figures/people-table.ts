import type { Database } from '../../register/database.ts';
import type { SubgraphContext } from '../context.ts';
import { missingScope } from '../refusals.ts';
import type { Measure, StatisticTable } from '../statistics.ts';
import type { CountedRecord } from './kinds.ts';
import { isSmall } from './search.ts';
import { type CountedRegister, ToldRegisters } from './told-register.ts';

type Label = (key: string) => string;

/** Figures that count people, families or whatever else must not be told of one to four. */
export interface PeopleFigures<Value extends string> {
  /** Scope that the figures ask for: always a `:statistics` scope. */
  readonly scope: string;
  /** Labels of villages and towns. */
  readonly areaLabel: Label;
  /** The dimensions beside the area, in the order of a record's values, each with the labels of its values. */
  readonly dimensions: Readonly<Record<Value, Label>>;
  /** In the order of a kind's amounts. */
  readonly measures: readonly Pick<Measure, 'measure' | 'definition' | 'unit'>[];
  /** Reads the whole register, whoever asks: kinds in an order of their own. */
  readonly read: (database: Database) => Promise<CountedRegister>;
}

/** What is asked of such figures. */
export interface PeopleQuestion<Value extends string> {
  readonly areaCode?: string | null | undefined;
  /** Values of which alone is counted; null and undefined stand for all. */
  readonly only: Partial<Readonly<Record<Value, string | null | undefined>>>;
  readonly groupBy: readonly (Value | 'AREA' | 'TOWN')[];
}

/** By the department that the scope names. */
const byDepartment = new Map<string, ToldRegisters>();

/** Chooses ahead what may be told of a department's register, so that the first who asks does not wait for it. */
export async function prepareFigures(department: string, database: Database): Promise<void> {
  await byDepartment.get(department)?.of(database);
}

interface Group {
  readonly keys: readonly string[];
  /** Count by register, measure by measure. */
  readonly counts: number[][];
}

/**
 * Answers figures of people within the viewer's areas: as they are where they would be the same in every alternative of
 * the register and are not one to four; withheld otherwise. What is told of one question so agrees with what is told of
 * every other one, and of all that is told together no count of one to four follows.
 */
export function peopleFigures<Value extends string>(
  figures: PeopleFigures<Value>,
): (context: SubgraphContext, question: PeopleQuestion<Value>) => Promise<StatisticTable> {
  const registers = new ToldRegisters(figures.read);
  byDepartment.set(figures.scope.split('.')[0] ?? '', registers);
  const order = Object.keys(figures.dimensions) as Value[];
  return async (context, { areaCode, only, groupBy }) => {
    if (context.reach(figures.scope) !== 'areas') throw missingScope(figures.scope);
    const { asOf, kinds } = await registers.of(context.database);
    const isMeant = ({ area, values }: CountedRecord) =>
      context.viewer.areas.some((prefix) => area.startsWith(prefix)) &&
      (areaCode == null || area.startsWith(areaCode)) &&
      order.every((name, index) => only[name] == null || values[index] === only[name]);
    const keyOf = ({ area, values }: CountedRecord) =>
      groupBy.map((name) => {
        if (name === 'AREA') return area;
        return name === 'TOWN' ? area.slice(0, 9) : (values[order.indexOf(name)] ?? '');
      });
    const groups = new Map<string, Group>();
    const groupOf = (keys: readonly string[]): Group => {
      const name = keys.join('\n');
      let group = groups.get(name);
      if (!group) groups.set(name, (group = { keys, counts: figures.measures.map(() => []) }));
      return group;
    };
    if (groupBy.length === 0) groupOf([]);
    for (const { records, amounts, counts } of kinds) {
      const own = new Set(records.filter(isMeant).map((record) => groupOf(keyOf(record))));
      for (const group of own) {
        group.counts.forEach((totals, measure) => {
          counts.forEach((count, world) => {
            totals[world] = (totals[world] ?? 0) + count * (amounts[measure] ?? 0);
          });
        });
      }
    }
    const labelOf = (name: Value | 'AREA' | 'TOWN') =>
      name === 'AREA' || name === 'TOWN' ? figures.areaLabel : figures.dimensions[name];
    const rows = [...groups].sort(([one], [other]) => (one < other ? -1 : 1));
    return {
      asOf,
      rows: rows.map(([, { keys, counts }]) => ({
        group: groupBy.map((dimension, index) => {
          const key = keys[index] ?? '';
          return { dimension, key, label: labelOf(dimension)(key) };
        }),
        measures: figures.measures.map((measure, index) => told(measure, counts[index] ?? [])),
      })),
    };
  };
}

/** A figure as it is told: null where it differs between the registers or counts one to four. */
function told(measure: Pick<Measure, 'measure' | 'definition' | 'unit'>, [count = 0, ...others]: readonly number[]) {
  const suppressed = isSmall(count) || others.some((other) => other !== count);
  const value = suppressed ? null : count;
  return { ...measure, numerator: value, denominator: null, value, suppressed };
}
