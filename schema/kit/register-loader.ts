import DataLoader from 'dataloader';
import type { Database } from '../register/database.ts';
import type { SubgraphContext } from './context.ts';
import { missingScope, outsideMatter } from './refusals.ts';

/** What a loader's `read` gets beside its keys. */
export interface ReadContext {
  readonly database: Database;
  /** LIKE patterns of the viewer's areas. */
  readonly areas: readonly string[];
  /** Ids (people, households, case numbers) visible whatever their area. */
  readonly subjects: readonly string[];
  readonly context: SubgraphContext;
}

/** How one question to a register is asked, allowed and recorded. */
export interface LoaderOptions<Row, Arguments> {
  /** Scope that this read asks for; null only for what is open to every authenticated caller. */
  readonly scope: string | null;
  /** Field set entered in the ledger, such as `Person.marriages`; null for records about nobody. */
  readonly discloses: string | null;
  /** Reads the rows of all keys at once: one statement, or one call to the system that keeps the register. */
  readonly read: (keys: readonly string[], read: ReadContext, options: Arguments) => Promise<readonly Row[]>;
  /** Keys that a row answers. */
  readonly keysOf: (row: Row) => string | readonly string[];
  /**
   * What the matter must concern for a sealed read: by default the key itself (a person, household or case number).
   * `null` means that the register cannot tell from the key, and `read` must look at `subjects` itself.
   */
  readonly subjectOf?: ((key: string) => string) | null;
  /** People whom a row is about; by default its keys. */
  readonly personsOf?: (row: Row, keys: readonly string[]) => readonly string[];
  /** Ids that become visible through this row, such as the parties of a visible case. */
  readonly admits?: (row: Row, context: SubgraphContext) => readonly string[];
}

/** A question to a register, asked key by key and answered batch by batch. */
export interface RegisterLoader<Value, Arguments> {
  readonly scope: string | null;
  /** Answers for one key; refuses with FORBIDDEN or OUTSIDE_MATTER before anything is read. */
  load(context: SubgraphContext, key: string, options: Arguments): Promise<Value>;
}

type ListLoader<Row, Arguments> = RegisterLoader<readonly Row[], Arguments>;
type RecordLoader<Row, Arguments> = RegisterLoader<Row | null, Arguments>;

/** A loader whose answer for a key is all of its rows, in the order read; none is an empty list, not an error. */
export const listLoader = <Row, Arguments = void>(options: LoaderOptions<Row, Arguments>): ListLoader<Row, Arguments> =>
  registerLoader(options, (rows) => rows);

/** A loader whose answer for a key is its first row, or null where the register has none within the viewer's boundary. */
export const recordLoader = <Row, Arguments = void>(
  options: LoaderOptions<Row, Arguments>,
): RecordLoader<Row, Arguments> => registerLoader(options, (rows) => rows[0] ?? null);

function registerLoader<Row, Value, Arguments>(
  options: LoaderOptions<Row, Arguments>,
  answerOf: (rows: readonly Row[]) => Value,
): RegisterLoader<Value, Arguments> {
  return {
    scope: options.scope,
    load(context, key, args) {
      const byArguments = context.once(options, () => new Map<string, DataLoader<string, Value>>());
      const variant = args === undefined ? '' : JSON.stringify(args);
      let loader = byArguments.get(variant);
      if (!loader) {
        loader = new DataLoader((keys) => readBatch(options, answerOf, context, keys, args));
        byArguments.set(variant, loader);
      }
      return loader.load(key);
    },
  };
}

async function readBatch<Row, Value, Arguments>(
  options: LoaderOptions<Row, Arguments>,
  answerOf: (rows: readonly Row[]) => Value,
  context: SubgraphContext,
  keys: readonly string[],
  args: Arguments,
): Promise<(Value | Error)[]> {
  const refusals = keys.map((key) => refusalOf(options, context, key));
  const allowed = keys.filter((_, index) => refusals[index] === null);
  const rowsOf = new Map<string, Row[]>(allowed.map((key) => [key, []]));
  if (allowed.length > 0) {
    const { database, areas, subjects } = context;
    for (const row of await options.read(allowed, { database, areas, subjects: [...subjects], context }, args)) {
      const answered = ([] as string[]).concat(options.keysOf(row)).filter((key) => rowsOf.has(key));
      for (const key of answered) rowsOf.get(key)?.push(row);
      if (answered.length > 0) record(options, context, row, answered);
    }
  }
  return keys.map((key, index) => refusals[index] ?? answerOf(rowsOf.get(key) ?? []));
}

/** Scope before reading: null lets the key pass. */
function refusalOf<Row, Arguments>(options: LoaderOptions<Row, Arguments>, context: SubgraphContext, key: string) {
  const { scope, subjectOf = (own: string) => own } = options;
  if (scope === null) return null;
  const reach = context.reach(scope);
  if (reach === 'nothing') return missingScope(scope);
  if (reach === 'areas' || subjectOf === null) return null;
  return context.isMatterSubject(subjectOf(key)) ? null : outsideMatter(scope);
}

function record<Row, Arguments>(
  options: LoaderOptions<Row, Arguments>,
  context: SubgraphContext,
  row: Row,
  keys: readonly string[],
): void {
  if (options.discloses !== null) context.disclose(options.discloses, options.personsOf?.(row, keys) ?? keys);
  if (options.admits) context.admit(options.admits(row, context));
}
