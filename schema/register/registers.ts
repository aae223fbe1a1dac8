import pg from 'pg';
import { departmentNames, environmentPrefix } from '../departments.ts';
import { aloneInDatabase } from './alone-in-database.ts';
import { type RegisterConfig, registerConfig } from './config.ts';
import { type EmbeddedPostgres, openEmbeddedPostgres } from './embedded-postgres.ts';
import { RegisterError } from './register-error.ts';
import { rolePassword } from './role-password.ts';

/** Where the departments' databases are. */
export interface Registers {
  /** The connection string of a department's own database; throws DEPARTMENT_UNKNOWN. */
  connectionString(department: string): string;
  /** Ends the use of the embedded server, if any was needed. Close the databases first. */
  close(): Promise<void>;
}

export interface RegistersOptions {
  readonly departments?: readonly string[];
  readonly config?: RegisterConfig;
  /** The hub says true and so meets no second hub on its data; a command says nothing and shares the hub's server. */
  readonly exclusive?: boolean;
  /** False for tests alone. */
  readonly durable?: boolean;
}

/**
 * Finds a database for every department: at its own `<DEPARTMENT>_DATABASE_URL`, else on the embedded server, where
 * each has a database and a role of its own name, and no role enters another's database.
 */
export async function openRegisters({
  departments = departmentNames(),
  config = registerConfig(departments),
  exclusive = false,
  durable = true,
}: RegistersOptions = {}): Promise<Registers> {
  const strings = new Map(config.databaseUrls);
  const embedded = departments.filter((department) => !strings.has(department));
  let server: EmbeddedPostgres | undefined;
  if (embedded.length > 0) {
    const opened = await openEmbeddedPostgres(config.dataDirectory, { exclusive, durable });
    server = opened;
    try {
      // Two processes that make the same role or change the same rights at once would fail.
      const made = await aloneInDatabase({ connectionString: server.connectionString('postgres') }, () =>
        ensureDatabases(opened, embedded),
      );
      for (const [name, string] of made) strings.set(name, string);
    } catch (error) {
      await server.close();
      throw error;
    }
  }
  return {
    connectionString(department) {
      const string = strings.get(department);
      if (string === undefined) {
        const known = `expected one of ${departments.join(', ')} (or ${environmentPrefix(department)}_DATABASE_URL)`;
        throw new RegisterError('DEPARTMENT_UNKNOWN', `No register is called "${department}": ${known}.`);
      }
      return string;
    },
    close: async () => server?.close(),
  };
}

/** Makes the databases and roles that are missing, and returns each department's connection string. */
export async function ensureDatabases(
  server: EmbeddedPostgres,
  departments: readonly string[],
): Promise<Map<string, string>> {
  const client = new pg.Client({ connectionString: server.connectionString('postgres') });
  await client.connect();
  try {
    const roles = new Set((await client.query('SELECT rolname AS name FROM pg_roles')).rows.map(({ name }) => name));
    const databases = new Set(
      (await client.query('SELECT datname AS name FROM pg_database')).rows.map(({ name }) => name),
    );
    const strings = new Map<string, string>();
    for (const department of departments) {
      const name = pg.escapeIdentifier(department);
      const { password, isNew } = rolePassword(server.dataDirectory, department);
      if (!roles.has(department)) await client.query(`CREATE ROLE ${name} LOGIN PASSWORD '${password}'`);
      else if (isNew) await client.query(`ALTER ROLE ${name} PASSWORD '${password}'`);
      if (!databases.has(department)) await client.query(`CREATE DATABASE ${name} OWNER ${name}`);
      strings.set(department, server.connectionString(department, { name: department, password }));
    }
    const open = `SELECT datname AS name FROM pg_database WHERE has_database_privilege('public', oid, 'CONNECT')`;
    for (const { name } of (await client.query(open)).rows) {
      await client.query(`REVOKE ALL ON DATABASE ${pg.escapeIdentifier(name)} FROM PUBLIC`);
    }
    return strings;
  } finally {
    await client.end();
  }
}
