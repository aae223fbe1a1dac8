import { departmentNames } from '../departments.ts';
import { sealClearText } from '../extracts/reseal.ts';
import { sealedTablesOf } from '../extracts/sealed-table.ts';
import { openSealKeys } from '../kit/sealing/register-seal.ts';
import { type PreparedRegister, prepareRegister } from '../load-subgraph.ts';
import { aloneInDatabase } from './alone-in-database.ts';
import { registerConfig } from './config.ts';
import { type Database, openDatabase } from './database.ts';
import { migrateRegister } from './migrate-register.ts';
import { openRegisters, type RegistersOptions } from './registers.ts';

/** Every department's database, up to date and open. */
export interface OpenRegisters {
  readonly databases: ReadonlyMap<string, Database>;
  /** The database of a department; throws where there is no such department. */
  database(department: string): Database;
  close(): Promise<void>;
}

export interface DatabasesOptions extends RegistersOptions {
  /** The most connections for writes to each database; see `DatabaseOptions.max`. */
  readonly connections?: number | undefined;
}

/** Opens the registers of all departments, or of those named: migrated, prepared, ready for questions. */
export async function openDatabases(options: DatabasesOptions = {}): Promise<OpenRegisters> {
  const departments = options.departments ?? departmentNames();
  const config = options.config ?? registerConfig(departments);
  const registers = await openRegisters({ ...options, departments, config });
  const sealKeys = openSealKeys(config.dataDirectory);
  const databases = new Map<string, Database>();
  const prepared: PreparedRegister[] = [];
  const close = async () => {
    for (const one of prepared) await one.close();
    await Promise.all([...databases.values()].map((database) => database.close()));
    await registers.close();
  };
  try {
    for (const department of departments) {
      const connectionString = registers.connectionString(department);
      const database = openDatabase(connectionString, { department, max: options.connections, sealKeys });
      databases.set(department, database);
      await aloneInDatabase({ connectionString }, async () => {
        await migrateRegister(connectionString, department);
        await sealClearText(database, await sealedTablesOf(department));
        const held = await prepareRegister(department, database, config.dataDirectory);
        if (held) prepared.push(held);
      });
    }
  } catch (fault) {
    await close();
    throw fault;
  }
  return {
    databases,
    close,
    database(department) {
      const database = databases.get(department);
      if (!database) throw new Error(`Expected one of the departments ${departments.join(', ')}.`);
      return database;
    },
  };
}
