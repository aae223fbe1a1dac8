import type { Dispatcher } from 'undici';

/** An HTTP answer that came whole. */
export interface WholeAnswer {
  readonly statusCode: number;
  readonly contentType: string | undefined;
  readonly body: Buffer;
}

/** What is under way to subgraphs for one request; each ends itself when it is left. */
export type UnderWay = Set<{ leave(): void }>;

/** What an answer may take. */
export interface AnswerLimits {
  readonly deadlineMs: number;
  readonly bytes: number;
}

/**
 * Sends a request and reads its whole answer. Rejects when the connection fails, when the deadline passes
 * ({@link DeadlinePassed}), when the answer is too large ({@link AnswerTooLarge}) or when it is left. Takes half the
 * processor time of reading a stream.
 */
export function wholeAnswer(
  dispatcher: Dispatcher,
  options: Dispatcher.DispatchOptions,
  limits: AnswerLimits,
  underWay: UnderWay,
): Promise<WholeAnswer> {
  return new Promise((found, failed) => {
    dispatcher.dispatch(options, new Reading(found, failed, limits, underWay));
  });
}

/** Reads one answer; one object a fetch, since closures for each of these would cost as much as to parse a small answer. */
class Reading implements Dispatcher.DispatchHandler {
  private readonly found: (answer: WholeAnswer) => void;
  private readonly failed: (fault: Error) => void;
  private readonly mostBytes: number;
  private readonly underWay: UnderWay;
  private readonly timer: NodeJS.Timeout;
  private controller: Dispatcher.DispatchController | undefined;
  private isOver = false;
  private statusCode = 0;
  private contentType: string | undefined;
  private first: Buffer | undefined;
  private more: Buffer[] | undefined;
  private length = 0;

  constructor(
    found: (answer: WholeAnswer) => void,
    failed: (fault: Error) => void,
    { deadlineMs, bytes }: AnswerLimits,
    underWay: UnderWay,
  ) {
    this.found = found;
    this.failed = failed;
    this.mostBytes = bytes;
    this.underWay = underWay;
    this.timer = setTimeout(endLate, deadlineMs, this);
    underWay.add(this);
  }

  leave(): void {
    this.give(new Error('Expected the client to wait.'));
  }

  /** Fails, and lets go of the connection. */
  give(fault: Error): void {
    if (this.isOver) return;
    this.end();
    this.failed(fault);
    this.controller?.abort(fault);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    // It was left while it waited for a connection.
    if (this.isOver) controller.abort(new Error('Expected the client to wait.'));
  }

  onResponseStart(
    _controller: unknown,
    statusCode: number,
    { 'content-type': type }: Record<string, string | string[] | undefined>,
  ): void {
    this.statusCode = statusCode;
    this.contentType = typeof type === 'string' ? type : undefined;
  }

  onResponseData(_controller: unknown, chunk: Buffer): void {
    this.length += chunk.length;
    if (this.length > this.mostBytes) return this.give(new AnswerTooLarge());
    if (this.first === undefined) this.first = chunk;
    else (this.more ??= [this.first]).push(chunk);
  }

  onResponseEnd(): void {
    if (this.isOver) return;
    this.end();
    const { statusCode, contentType, first = NOTHING, more } = this;
    this.found({ statusCode, contentType, body: more === undefined ? first : Buffer.concat(more) });
  }

  onResponseError(_controller: unknown, fault: Error): void {
    this.give(fault);
  }

  private end(): void {
    this.isOver = true;
    clearTimeout(this.timer);
    this.underWay.delete(this);
  }
}

const NOTHING = Buffer.alloc(0);

const endLate = (reading: Reading): void => reading.give(new DeadlinePassed());

/** A subgraph took too long. */
export class DeadlinePassed extends Error {}

/** A subgraph sent more than anybody would read. */
export class AnswerTooLarge extends Error {}
