import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openEmbeddedPostgres } from '../../schema/register/embedded-postgres.ts';

/** Gives the run a data directory; the first test that needs a database starts its server, the end of the run stops it. */
export default function setup({ provide }: TestProject): () => Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'governance-hub-tests-'));
  provide('scratchDataDirectory', directory);
  return async () => {
    if (readdirSync(directory).length > 0) await (await openEmbeddedPostgres(directory, { durable: false })).close();
    rmSync(directory, { recursive: true, force: true });
  };
}
