import { resealTable } from '../../../schema/extracts/reseal.ts';
import { sealedTablesOf } from '../../../schema/extracts/sealed-table.ts';
import { SubgraphContext } from '../../../schema/kit/context.ts';
import { type InProcessAnswer, inProcessSubgraph } from '../../../schema/kit/in-process-subgraph.ts';
import { ringOfSecrets } from '../../../schema/kit/keys/secret-ring.ts';
import type { Viewer } from '../../../schema/kit/viewer.ts';
import type { Database } from '../../../schema/register/database.ts';
import { type ScratchDatabase, scratchRegister } from '../../../schema/register/tests/scratch-register.ts';
import { subgraph } from '../subgraph.ts';

/** Two communities of different towns, and the batch of every row. */
export const HERE = '330803001001';
export const THERE = '330803100201';
const BATCH = '00000000-0000-7000-8000-00000000ba7c';

/** An id of one kind by its number: `idOf('a', 1)`. */
export const idOf = (kind: string, number: number): string =>
  `00000000-0000-7000-8000-${kind}${String(number).padStart(12 - kind.length, '0')}`;
export const personId = (number: number): string => idOf('a', number);
export const householdId = (number: number): string => idOf('b', number);
export const dwellingId = (number: number): string => idOf('c', number);

/** Whoever asks sees this community, and of scopes nothing unless told. */
export const viewer = (changes: Partial<Viewer> = {}): Viewer => ({
  request: 'r',
  user: 'u',
  client: 'c',
  persona: 'handler',
  organization: null,
  department: null,
  areas: [HERE],
  purpose: 'case-handling',
  scopes: [],
  matterScopes: [],
  matter: null,
  admitted: [],
  withheld: [],
  breakGlass: false,
  ...changes,
});

/** A register with rows of the test's own making, and the subgraph over it. */
export interface Bureau {
  readonly database: Database;
  /** Inserts rows by column name; what they leave out is filled as for an ordinary row. */
  insert(table: keyof typeof ordinary, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void>;
  ask(query: string, asker: Viewer, variables?: Readonly<Record<string, unknown>>): Promise<Answer>;
  contextOf(asker: Viewer): SubgraphContext;
  close(): Promise<void>;
}

export interface Answer extends InProcessAnswer {
  readonly data: any;
  /** Statements that the register was sent. */
  readonly statements: readonly string[];
  readonly codes: readonly unknown[];
}

const ordinary = {
  person: (row: Readonly<Record<string, unknown>>, number: number) => ({
    person_id: personId(number),
    id_number: `3308981960010100${String(number % 100).padStart(2, '0')}`,
    document_kind: 'RESIDENT_ID',
    name: '魏平安',
    sex: 'MALE',
    birth_date: '1960-01-01',
    status: 'ALIVE',
    registration: 'REGISTERED',
    area_code: HERE,
    updated_on: '2026-11-01',
    ...row,
  }),
  household: (row: Readonly<Record<string, unknown>>, number: number) => ({
    household_id: householdId(number),
    number: `9${number}`,
    basis: 'RESIDENT',
    area_code: HERE,
    updated_on: '2026-11-01',
    ...row,
  }),
  household_membership: (row: Readonly<Record<string, unknown>>) => ({
    from_date: '2000-01-01',
    basis: 'RESIDENT',
    relation_code: '02',
    relation: 'HEAD',
    updated_on: '2026-11-01',
    ...row,
  }),
  dwelling: (row: Readonly<Record<string, unknown>>, number: number) => ({
    dwelling_id: dwellingId(number),
    address_code: `${HERE}${String(number).padStart(7, '0')}`,
    address: `樟潭街道临江社区${number}号`,
    area_code: HERE,
    updated_on: '2026-11-01',
    ...row,
  }),
  incident: (row: Readonly<Record<string, unknown>>, number: number) => ({
    id: idOf('d', number),
    number: `J${number}`,
    kind: '04',
    level: 3,
    channel: 'HOTLINE_110',
    reported_at: '2026-05-01T10:00:00+08:00',
    area_code: HERE,
    outcome: 'TRANSFERRED',
    ...row,
  }),
  incident_handover: (row: Readonly<Record<string, unknown>>) => ({
    handed_over_at: '2026-05-02T10:00:00+08:00',
    ...row,
  }),
};

/** Opens an empty bureau; close it when the tests are done. */
export async function openBureau(): Promise<Bureau> {
  const scratch: ScratchDatabase = await scratchRegister('public-security');
  const { database } = scratch;
  const served = inProcessSubgraph('public-security', subgraph, database, ringOfSecrets(Buffer.alloc(32, 1)));
  await database.pool.query(
    `INSERT INTO exchange.import_batch VALUES ($1, 'public-security', 'people', '330803/GA/0001', 'GA_RK_JBXX.csv',
      'sha', '2026-11-01', now(), now(), 0, 0, 0, 0, '[]', '[]')`,
    [BATCH],
  );
  return {
    database,
    async insert(table, rows) {
      const full = rows.map((row, index) => ({ ...ordinary[table](row, index + 1), batch_id: BATCH }));
      await database.pool.query(`INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1)`, [
        JSON.stringify(full),
      ]);
      for (const sealed of await sealedTablesOf('public-security')) {
        if (sealed.name === table) await resealTable(database, sealed, () => undefined);
      }
    },
    async ask(document, asker, variables) {
      const watch = database.watch();
      const answer = await served.execute({ document, variables, viewer: asker });
      watch.stop();
      return {
        ...answer,
        data: answer.data,
        statements: watch.texts,
        codes: (answer.errors ?? []).map(({ extensions }) => extensions.code),
      };
    },
    contextOf: (asker) => new SubgraphContext(asker, database, ringOfSecrets(Buffer.alloc(32, 1))),
    close: () => scratch.close(),
  };
}

/** Representations of a hundred entities, or of those numbered. */
export const people = (...numbers: number[]) =>
  numbers.map((number) => ({ __typename: 'Person', id: personId(number) }));
export const households = (...numbers: number[]) =>
  numbers.map((number) => ({ __typename: 'Household', id: householdId(number) }));
export const hundred: readonly number[] = Array.from({ length: 100 }, (_, index) => index + 1);

/** A query of entities by their representations. */
export const entities = (typeName: string, selection: string): string =>
  `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${typeName} { ${selection} } } }`;
