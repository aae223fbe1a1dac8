import type { ServerResponse } from 'node:http';
import { context, type Span, SpanStatusCode, trace } from '@opentelemetry/api';
import type { Logger } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import { toldCode, toldPersona } from './bounded-names.ts';
import type { FetchOutcome } from './fetch-outcome.ts';
import { refusals, requestSeconds } from './metrics.ts';
import type { ToldOperation } from './operation-names.ts';

const tracer = trace.getTracer('hub');

/** How a request ended. */
type Outcome = 'ok' | 'partial' | 'refused' | 'failed' | 'gone';

interface CodedError {
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * What may be told of one request: never who asked, about whom, or what the client wrote. Metrics, log and trace know a
 * request by this alone.
 */
export class RequestRecord {
  /** The id that the client is answered with. */
  readonly id = uuidv7();
  private operation = 'other';
  private kind = 'query';
  private persona: string | undefined;
  private purpose: string | undefined;
  private refused = false;
  private readonly codes = new Set<string>();
  private readonly departments = new Map<string, FetchOutcome>();
  private readonly start = performance.now();
  private readonly span: Span = tracer.startSpan('request');
  private readonly told: ToldOperation;
  private readonly log: Pick<Logger, 'info'>;

  constructor(told: ToldOperation, log: Pick<Logger, 'info'>) {
    this.told = told;
    this.log = log;
  }

  /** Notes the kind of user that a verified token names. */
  askedBy(persona: string): void {
    this.persona = toldPersona(persona);
  }

  /** Notes the operation of a document that was read. */
  asks({ kind, name }: { readonly kind: string; readonly name: string | undefined }): void {
    this.kind = kind;
    this.operation = this.told(name);
  }

  /** Notes a purpose that the hub knows; not what the client stated. */
  grantedFor(purpose: string | null): void {
    this.purpose = purpose ?? undefined;
  }

  /** Notes how a department did; its worst fetch counts. */
  fetched(department: string, outcome: FetchOutcome): void {
    if (outcome !== 'ok' || !this.departments.has(department)) this.departments.set(department, outcome);
  }

  /** Notes the codes of errors that the client is told. */
  erred(errors: readonly CodedError[] | undefined): void {
    for (const { extensions } of errors ?? []) {
      const code = extensions?.['code'];
      this.codes.add(typeof code === 'string' ? toldCode(code) : 'INTERNAL_SERVER_ERROR');
    }
  }

  /** Notes the codes of an answer that the hub was not asked for, such as that of a document that is not valid. */
  answered({ status, body }: { readonly status: number; readonly body: string }): void {
    if (status !== 200) this.refuses((JSON.parse(body) as { readonly errors?: CodedError[] }).errors);
  }

  /** Notes errors that are told instead of an answer. */
  refuses(errors: readonly CodedError[] | undefined): void {
    this.refused = true;
    this.erred(errors);
  }

  /** Runs the request's work as part of its trace, and tells of it once the work is done. */
  async during(response: ServerResponse, work: () => Promise<void>): Promise<void> {
    try {
      await (this.span.isRecording() ? context.with(trace.setSpan(context.active(), this.span), work) : work());
    } finally {
      this.end(response.headersSent ? response.statusCode : undefined);
    }
  }

  private end(status: number | undefined): void {
    const milliseconds = performance.now() - this.start;
    const { id, operation, kind, persona, purpose, codes } = this;
    const outcome = this.outcome(status);
    // A subscription is only taken here; how long it lasts is no latency.
    if (kind !== 'subscription') requestSeconds.observe({ operation, outcome }, milliseconds / 1_000);
    for (const code of codes) refusals.inc({ code });
    this.log.info(
      {
        request: id,
        kind,
        operation,
        purpose,
        status,
        ms: Math.round(milliseconds * 10) / 10,
        codes: [...codes],
        departments: Object.fromEntries(this.departments),
      },
      'request',
    );
    if (!this.span.isRecording()) return;
    this.span.setAttributes({
      'graphql.operation.name': operation,
      'graphql.operation.type': kind,
      'hub.request': id,
      'hub.codes': [...codes],
      ...(persona && { 'hub.persona': persona }),
      ...(purpose && { 'hub.purpose': purpose }),
      ...(status && { 'http.response.status_code': status }),
    });
    if (outcome === 'failed') this.span.setStatus({ code: SpanStatusCode.ERROR });
    this.span.end();
  }

  private outcome(status: number | undefined): Outcome {
    if (status === undefined) return 'gone';
    if (status >= 500) return 'failed';
    // `application/json` answers many a refusal with status 200.
    if (status >= 400 || this.refused) return 'refused';
    return this.codes.size > 0 ? 'partial' : 'ok';
  }
}
