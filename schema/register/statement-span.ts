import { SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type pg from 'pg';
import { statement } from './statement.ts';

const tracer = trace.getTracer('hub');

/** What may be told of a statement: the name made of its text, and whose register it asks; not its text or values. */
interface ToldStatement {
  readonly name: string;
  readonly department: string | undefined;
}

/** Runs a statement, traced where what it is part of is traced. */
export function inStatementSpan<Result>(
  { name, department }: ToldStatement,
  run: () => Promise<Result>,
): Promise<Result> {
  if (!isTraced()) return run();
  const attributes = {
    'db.system.name': 'postgresql',
    'hub.statement': name,
    ...(department && { 'hub.department': department }),
  };
  const span = tracer.startSpan('statement', { kind: SpanKind.CLIENT, attributes });
  return run()
    .catch((fault: unknown) => {
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw fault;
    })
    .finally(() => span.end());
}

/** Traces what a library sends through a pool, as {@link inStatementSpan} does. */
export function traceQueries(pool: pg.Pool, department: string | undefined): void {
  const query = pool.query.bind(pool) as (...parameters: unknown[]) => Promise<unknown>;
  pool.query = ((...parameters: unknown[]) => {
    if (!isTraced()) return query(...parameters);
    const [first] = parameters;
    const text = typeof first === 'string' ? first : String((first as { text?: string }).text);
    return inStatementSpan({ name: statement(text).name, department }, () => query(...parameters));
  }) as typeof pool.query;
}

const isTraced = () => trace.getActiveSpan()?.isRecording() === true;
