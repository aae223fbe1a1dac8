import type { ExecutionResult } from 'graphql';
import type { SourceDates } from './source-report.ts';

const KEPT_MS = 60_000;
const NONE: SourceDates = new Map();

const QUESTION = '{ dataSources { department asOf } }';

interface Sources {
  readonly dataSources?: readonly { readonly department: string; readonly asOf: string | null }[] | null;
}

/** Tells how fresh each department's register is, asking at most once a minute; nothing where that cannot be told. */
export function createSourceDates(
  ask: (question: string, variables: Record<string, unknown>) => Promise<ExecutionResult>,
): () => Promise<SourceDates> {
  let known = Promise.resolve(NONE);
  let until = 0;
  const read = async (): Promise<SourceDates> => {
    const { data } = await ask(QUESTION, {});
    const dates = new Map<string, string>();
    for (const { department, asOf } of (data as Sources | null)?.dataSources ?? []) {
      if (asOf !== null) dates.set(department, asOf);
    }
    return dates;
  };
  return () => {
    if (performance.now() >= until) {
      until = performance.now() + KEPT_MS;
      known = read().catch(() => NONE);
    }
    return known;
  };
}
