const LONGEST_MS = 2 ** 31 - 1;

/** Calls once the time has come, in milliseconds since 1970, however far off; the answer cancels it. */
export function callAt(time: number, call: () => void): () => void {
  let timer: NodeJS.Timeout;
  const wait = () => {
    const left = time - Date.now();
    if (left <= 0) return call();
    timer = setTimeout(wait, Math.min(left, LONGEST_MS)).unref();
  };
  timer = setTimeout(wait, 0);
  return () => clearTimeout(timer);
}
