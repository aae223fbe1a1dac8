import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { BackupRefused } from './backup-refused.ts';
import type { KeptFile } from './manifest.ts';

/** A quick level: rows of a register are large, and mostly alike. */
const LEVEL = 4;

/** Writes a stream into a new file of a backup, compressed. */
export async function keepCompressed(directory: string, file: string, rows: Readable): Promise<KeptFile> {
  const target = createWriteStream(join(directory, file), { mode: 0o600, flags: 'wx', flush: true });
  await pipeline(rows, createGzip({ level: LEVEL }), target);
  return keptFile(directory, file);
}

/** A file that lies in the backup. */
export const keptFile = async (directory: string, file: string): Promise<KeptFile> => ({
  file,
  sha256: await digestOf(join(directory, file)),
});

/** Throws BACKUP_DAMAGED unless a file is as it was when the backup was made. */
export async function checkKeptFile(directory: string, { file, sha256 }: KeptFile): Promise<void> {
  const found = await digestOf(join(directory, file)).catch(() => null);
  if (found !== sha256) {
    throw new BackupRefused('BACKUP_DAMAGED', `Expected ${file} as it was when the backup was made; it was changed.`);
  }
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
