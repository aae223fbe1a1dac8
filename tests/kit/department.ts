import { resealTable } from '../../schema/extracts/reseal.ts';
import { sealedTablesOf } from '../../schema/extracts/sealed-table.ts';
import { SubgraphContext } from '../../schema/kit/context.ts';
import type { SubgraphSchema } from '../../schema/kit/federation.ts';
import { type InProcessAnswer, inProcessSubgraph } from '../../schema/kit/in-process-subgraph.ts';
import { ringOfSecrets } from '../../schema/kit/keys/secret-ring.ts';
import type { Viewer } from '../../schema/kit/viewer.ts';
import type { Database } from '../../schema/register/database.ts';
import { scratchRegister } from '../../schema/register/tests/scratch-register.ts';
import { entities } from './entities.ts';

type Row = Readonly<Record<string, unknown>>;

/** Two villages of different towns. */
export const HERE = '330803001001';
export const THERE = '330803100201';

/** The batch that every inserted row says it came with. */
export const BATCH = '00000000-0000-7000-8000-00000000ba7c';

/** An id by its kind, one hexadecimal digit, and number: `idOf('a', 1)`. */
export const idOf = (kind: string, number: number): string =>
  `00000000-0000-7000-8000-${kind}${String(number).padStart(11, '0')}`;

/** The numbers 1 to 100. */
export const hundred: readonly number[] = Array.from({ length: 100 }, (_, index) => index + 1);

/** A department's answer with the statements that its register was sent and the codes of its errors. */
export interface Answer extends InProcessAnswer {
  // biome-ignore lint/suspicious/noExplicitAny: the shape is the test's own query.
  readonly data: any;
  readonly statements: readonly string[];
  readonly codes: readonly unknown[];
  /** Faults of the register, which no caller sees whole. */
  readonly faults: readonly unknown[];
}

/** A department's subgraph over a register of the test's own. */
export interface Department {
  readonly database: Database;
  /** Inserts rows by column name. */
  insert(table: string, rows: readonly Row[]): Promise<void>;
  ask(query: string, asker: Viewer, variables?: Row): Promise<Answer>;
  /** Asks for fields of entities of one type by their keys. */
  askEntities(typeName: string, keys: readonly Row[], selection: string, asker: Viewer): Promise<Answer>;
  contextOf(asker: Viewer): SubgraphContext;
  close(): Promise<void>;
}

/** Opens a department with an empty register; close it when the tests are done. */
export async function openDepartment(name: string, subgraph: SubgraphSchema): Promise<Department> {
  const scratch = await scratchRegister(name);
  const { database } = scratch;
  const cursorKeys = ringOfSecrets(Buffer.alloc(32, 1));
  let faults: unknown[] = [];
  const served = inProcessSubgraph(name, subgraph, database, cursorKeys, (fault) => faults.push(fault));
  await database.pool.query(
    `INSERT INTO exchange.import_batch VALUES
      ($1, $2, 'invented', '330803/00/0000', 'invented.csv', 'sha', '2026-11-01', now(), now(), 0, 0, 0, 0, '[]', '[]')`,
    [BATCH, name],
  );
  const department: Department = {
    database,
    async insert(table, rows) {
      const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].map((column) => `"${column}"`).join(', ');
      await database.pool.query(
        `INSERT INTO ${table} (${columns}, batch_id)
         SELECT ${columns}, '${BATCH}' FROM json_populate_recordset(NULL::${table}, $1)`,
        [JSON.stringify(rows)],
      );
      for (const sealed of await sealedTablesOf(name)) {
        if (sealed.name === table) await resealTable(database, sealed, () => undefined);
      }
    },
    async ask(document, asker, variables) {
      const watch = database.watch();
      faults = [];
      const answer = await served.execute({ document, variables, viewer: asker });
      watch.stop();
      const codes = (answer.errors ?? []).map(({ extensions }) => extensions.code);
      return { ...answer, data: answer.data, statements: watch.texts, codes, faults };
    },
    askEntities: (typeName, keys, selection, asker) =>
      department.ask(entities(typeName, selection), asker, {
        of: keys.map((key) => ({ __typename: typeName, ...key })),
      }),
    contextOf: (asker) => new SubgraphContext(asker, database, cursorKeys),
    close: () => scratch.close(),
  };
  return department;
}
