import { type StatsListener, unwatchFile, watchFile } from 'node:fs';

/** How often the file is looked at. Looking, unlike listening, sees renames, links and network folders alike. */
const LOOK_MS = 200;
/** How long a file must stay as it is before it counts as written. */
const SETTLE_MS = 300;

/** Calls back once whenever a file has changed and then stayed the same for a moment; answers how to stop. */
export function watchFileSettle(file: string, onSettled: () => void): () => void {
  let settling: NodeJS.Timeout | undefined;
  const changed: StatsListener = (now) => {
    clearTimeout(settling);
    // Between a removal and the next write there is nothing to read.
    if (now.mtimeMs !== 0) settling = setTimeout(onSettled, SETTLE_MS);
  };
  watchFile(file, { interval: LOOK_MS }, changed);
  return () => {
    clearTimeout(settling);
    unwatchFile(file, changed);
  };
}
