/** What may be logged of a fault. */
interface LoggableFault {
  readonly name: string;
  readonly code: string | undefined;
  /** Where it came from. */
  readonly frames: readonly string[];
}

/** A fault's kind, code and place, of it and of what caused it; never its text, which may quote a row or a variable. */
export function faultWithoutValues(fault: unknown): { readonly faults: readonly LoggableFault[] } {
  const faults: LoggableFault[] = [];
  let current = fault;
  while (current instanceof Error && faults.length < 5) {
    const {
      name,
      message,
      code,
      extensions,
      originalError,
      cause,
      stack = '',
    } = current as Error & {
      code?: unknown;
      extensions?: { code?: unknown };
      originalError?: unknown;
    };
    const told = code ?? extensions?.code;
    // A message may hold lines that look like places.
    const [, ...places] = stack.includes(message) ? stack.split(message) : [];
    const frames = places
      .join('')
      .split('\n')
      .filter((line) => /^\s+at /.test(line));
    faults.push({ name, code: typeof told === 'string' ? told : undefined, frames: frames.map((line) => line.trim()) });
    current = originalError ?? cause;
  }
  return { faults: faults.length > 0 ? faults : [{ name: typeof fault, code: undefined, frames: [] }] };
}
