import { context, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { SubgraphAnswer } from '../execute/subgraph-fetch.ts';
import { type FetchOutcome, outcomeOf, outcomeOfFault } from './fetch-outcome.ts';
import { fetchSeconds } from './metrics.ts';
import type { RequestRecord } from './request-record.ts';

const tracer = trace.getTracer('hub');

/** A fetch as it may be told of: to whom and what kind, not what it asks. */
export interface ObservedFetch {
  readonly department: string;
  readonly kind: string;
  /** The request that it is part of, where there is one. */
  readonly record: RequestRecord | undefined;
}

/** Sends a fetch, measures it and traces it where its request is traced. */
export async function observeFetch(
  { department, kind, record }: ObservedFetch,
  send: () => Promise<SubgraphAnswer>,
): Promise<SubgraphAnswer> {
  const start = performance.now();
  const span = startSpan(department, kind);
  let outcome: FetchOutcome = 'ok';
  try {
    const answer = await (span ? context.with(trace.setSpan(context.active(), span), send) : send());
    outcome = outcomeOf(answer);
    return answer;
  } catch (fault) {
    outcome = outcomeOfFault(fault);
    throw fault;
  } finally {
    fetchSeconds.observe({ department, outcome }, (performance.now() - start) / 1_000);
    record?.fetched(department, outcome);
    if (span) end(span, outcome);
  }
}

/** Notes on the fetch under way that it is sent once more. */
export function noteAttempt(attempt: number): void {
  trace.getActiveSpan()?.setAttribute('hub.attempt', attempt);
}

function startSpan(department: string, kind: string): Span | undefined {
  if (!trace.getActiveSpan()?.isRecording()) return undefined;
  return tracer.startSpan('fetch', {
    kind: SpanKind.CLIENT,
    attributes: { 'hub.department': department, 'graphql.operation.type': kind },
  });
}

function end(span: Span, outcome: FetchOutcome): void {
  span.setAttribute('hub.outcome', outcome);
  if (outcome !== 'ok') span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}
