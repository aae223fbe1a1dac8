import { execFile } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { useData } from './data-users.ts';
import { postgresBinaries } from './postgres-binaries.ts';
import { answers, type PostgresProcess, runningPostgres, startPostgres, stopPostgres } from './postgres-process.ts';
import { isRunning } from './process-identity.ts';
import { RegisterError } from './register-error.ts';
import { hasRolePassword, rolePassword } from './role-password.ts';
import { giveTo, namedAccount, type ServerAccount, serverAccount } from './server-account.ts';
import { prepareDataDirectory, serverHome, socketDirectory } from './server-home.ts';
import { withServerLock } from './server-lock.ts';

// No department can bear this name: theirs are folder names without an underscore.
const superuser = 'hub_superuser';

export interface EmbeddedPostgres {
  readonly dataDirectory: string;
  /** The process number of the server. */
  readonly pid: number;
  /** A connection string that pg and psql take; the superuser's unless a role is named. */
  connectionString(database: string, role?: { readonly name: string; readonly password: string }): string;
  /** Ends this use of the server; the last user stops it, in an orderly way. */
  close(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Refuse another exclusive user with HUB_DATA_IN_USE: the hub says so, commands beside it do not. */
  readonly exclusive?: boolean;
  /** False trades safety in a power cut for speed: for data that nobody misses. */
  readonly durable?: boolean;
}

/**
 * Opens the PostgreSQL server of a data directory: attaches to the one that runs (also one that outlived its hub), or
 * starts one, from nothing if need be. It listens on a Unix socket alone and asks every role for its password.
 */
export async function openEmbeddedPostgres(
  dataDirectory: string,
  { exclusive = false, durable = true }: EmbeddedPostgresOptions = {},
): Promise<EmbeddedPostgres> {
  const account = serverAccount();
  const directory = prepareDataDirectory(dataDirectory, account);
  return withServerLock(directory, async () => {
    const use = useData(directory, exclusive);
    try {
      const home = serverHome(directory, account);
      const socket = socketDirectory(home, account);
      const dataFiles = join(home, 'data');
      const connectionString: EmbeddedPostgres['connectionString'] = (
        database,
        role = { name: superuser, password: rolePassword(directory, superuser).password },
      ) => socketConnectionString(socket, database, role);

      const binaries = await postgresBinaries(home, account);
      if (!existsSync(dataFiles)) await initialise(directory, home, dataFiles, binaries.initdb, account, durable);
      if (!hasRolePassword(directory, superuser)) {
        throw new RegisterError(
          'DATABASE_KEY_MISSING',
          `${dataFiles} holds registers, but the password to them is gone from ${join(directory, 'keys')}; restore that folder from its backup, or remove ${home} to start anew.`,
        );
      }
      const { postgres } = binaries;
      const server: PostgresProcess = {
        postgres,
        home,
        dataFiles,
        socket,
        account,
        durable,
        superuser: connectionString('postgres'),
      };
      const running = runningPostgres(dataFiles);
      const attached = running !== null && (await answers(server, () => isRunning(running)));
      const identity = attached ? running : await startPostgres(server);
      return {
        dataDirectory: directory,
        pid: identity.pid,
        connectionString,
        close: () =>
          withServerLock(directory, async () => {
            if (use.end().last) await stopPostgres(identity);
          }),
      };
    } catch (error) {
      use.end();
      throw error;
    }
  });
}

function socketConnectionString(socket: string, database: string, role: { name: string; password: string }): string {
  const credentials = `${encodeURIComponent(role.name)}:${encodeURIComponent(role.password)}`;
  return `postgresql://${credentials}@/${encodeURIComponent(database)}?host=${encodeURIComponent(socket)}`;
}

async function initialise(
  directory: string,
  home: string,
  dataFiles: string,
  initdb: string,
  account: ServerAccount | null,
  durable: boolean,
): Promise<void> {
  const draft = `${dataFiles}.new`;
  const passwordFile = join(home, 'password.new');
  const initialiser = account && namedAccount(account);
  rmSync(draft, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, rolePassword(directory, superuser).password, { mode: 0o600 });
  if (initialiser !== null) for (const path of [draft, passwordFile]) chownSync(path, initialiser.uid, initialiser.gid);
  const settings = ['--username', superuser, '--pwfile', passwordFile, '--auth', 'scram-sha-256'];
  const encoding = ['--encoding', 'UTF8', '--locale', 'C', '--no-instructions', ...(durable ? [] : ['--no-sync'])];
  try {
    await promisify(execFile)(initdb, ['-D', draft, ...settings, ...encoding], {
      ...initialiser,
      cwd: home,
      env: { TZ: 'Asia/Shanghai', LC_ALL: 'C' },
    });
  } catch (cause) {
    throw new RegisterError('DATABASE_START_FAILED', `initdb could not fill ${dataFiles}.`, { cause });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  giveTo(account, draft);
  renameSync(draft, dataFiles);
}
