import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { BackupRefused } from './backup-refused.ts';

const keptFile = z.object({
  /** Path within the backup. */
  file: z.string().regex(/^[\w.-]+\/[\w.-]+$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const keptTable = keptFile.extend({
  schema: z.string(),
  table: z.string(),
  columns: z.array(z.string()),
  rows: z.number().int().min(0),
});

const keptDepartment = z.object({
  /** Checksums of the migrations that made the tables, in order. */
  migrations: z.array(z.string()),
  /** In an order in which each may be filled. */
  tables: z.array(keptTable),
  sequences: z.array(z.object({ schema: z.string(), sequence: z.string(), value: z.string() })),
  /** What the department keeps outside its database. */
  beside: keptFile.nullable(),
});

const manifest = z.object({
  format: z.literal(1),
  madeAt: z.string(),
  departments: z.record(z.string(), keptDepartment),
  /** Which keys open what is sealed; an id says nothing about its key. */
  keys: z.array(z.object({ use: z.string(), id: z.string() })),
  sealedKeys: keptFile.nullable(),
});

/** A file of a backup. */
export type KeptFile = z.infer<typeof keptFile>;
/** A table of a backup: its rows lie in the file as PostgreSQL's COPY writes them, compressed by gzip. */
export type KeptTable = z.infer<typeof keptTable>;
/** A department's part of a backup. */
export type KeptDepartment = z.infer<typeof keptDepartment>;
/** What a backup holds, and how each of its files must read. */
export type Manifest = z.infer<typeof manifest>;

const FILE = 'manifest.json';

/** Writes the manifest, last of all: a backup without one is not whole. */
export const writeManifest = (directory: string, told: Manifest): void =>
  writeFileSync(join(directory, FILE), `${JSON.stringify(told, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true });

/** Reads the manifest of a backup; throws BACKUP_INCOMPLETE where it has none, BACKUP_DAMAGED where it is not one. */
export function readManifest(directory: string): Manifest {
  let text: string;
  try {
    text = readFileSync(join(directory, FILE), 'utf8');
  } catch {
    throw new BackupRefused('BACKUP_INCOMPLETE', `Expected ${FILE} in the folder of the backup: it was not finished.`);
  }
  try {
    return manifest.parse(JSON.parse(text));
  } catch {
    throw new BackupRefused('BACKUP_DAMAGED', `Expected ${FILE} as a backup of this hub writes it (format 1).`);
  }
}
