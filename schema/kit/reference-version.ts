import type { Database } from '../register/database.ts';
import { listen } from '../register/listen.ts';

/** The channel on which tables of reference data tell that they changed, when the change is committed. */
export const REFERENCE_CHANNEL = 'reference_changed';

interface Watch {
  version: number;
  heard: boolean;
  /** Whether hearing is being tried, and when it last was, of performance.now. */
  trying: boolean;
  triedAt: number;
}

const AGAIN_AFTER_MS = 1_000;

const watches = new WeakMap<Database, Watch>();

/**
 * A number that changes with the register's reference data, whichever process changed it; null while changes cannot be
 * heard, when nothing may be kept. The first call begins to listen, on one connection a database.
 */
export function referenceVersion(database: Database): number | null {
  let watch = watches.get(database);
  if (!watch) {
    watch = { version: 0, heard: false, trying: false, triedAt: Number.NEGATIVE_INFINITY };
    watches.set(database, watch);
  }
  const { heard, trying, triedAt } = watch;
  if (!heard && !trying && performance.now() - triedAt > AGAIN_AFTER_MS) void hear(database, watch);
  return watch.heard ? watch.version : null;
}

async function hear(database: Database, watch: Watch): Promise<void> {
  watch.trying = true;
  watch.triedAt = performance.now();
  try {
    const listening = await listen(database, REFERENCE_CHANNEL, {
      onNotice: () => void (watch.version += 1),
      onLost: () => void (watch.heard = false),
    });
    database.beforeClose(() => listening.close());
    watch.version += 1;
    watch.heard = true;
  } catch {
    // Without hearing, everything is read anew; the next question tries again.
  } finally {
    watch.trying = false;
  }
}
