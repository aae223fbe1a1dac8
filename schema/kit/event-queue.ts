/** What a subscription is told of: plain data that names what changed. */
export interface SourceEvent {
  /** Names the thing that changed: of two events of one key that nobody has read, the later one is enough. */
  readonly key: string;
}

/**
 * Events that wait for their one reader. Of each key the latest is kept, where the earlier one stood; more keys than the
 * limit are not taken. Once ended, it gives out nothing more of what waits.
 */
export class EventQueue<Event extends SourceEvent> implements AsyncIterableIterator<Event> {
  private readonly limit: number;
  private readonly onEnd: () => void;
  private readonly waiting = new Map<string, Event>();
  private reader: { resolve(result: IteratorResult<Event>): void; reject(fault: unknown): void } | undefined;
  private ended = false;
  private finishing = false;
  private fault: unknown;

  constructor(limit: number, onEnd: () => void = () => undefined) {
    this.limit = limit;
    this.onEnd = onEnd;
  }

  /** Takes an event; false where too many wait already. */
  push(event: Event): boolean {
    if (this.ended || this.finishing) return true;
    if (this.reader) {
      const { resolve } = this.reader;
      this.reader = undefined;
      resolve({ done: false, value: event });
      return true;
    }
    if (this.waiting.size >= this.limit && !this.waiting.has(event.key)) return false;
    this.waiting.set(event.key, event);
    return true;
  }

  /** Ends the queue at once; the reader's next read rejects where there is a fault. */
  end(fault?: unknown): void {
    if (this.ended) return;
    this.ended = true;
    this.waiting.clear();
    const { reader } = this;
    this.reader = undefined;
    if (!reader) this.fault = fault;
    else if (fault === undefined) reader.resolve({ done: true, value: undefined });
    else reader.reject(fault);
    this.onEnd();
  }

  /** Ends the queue once what waits has been read; nothing more is taken. */
  finish(): void {
    if (this.waiting.size === 0) return this.end();
    this.finishing = true;
  }

  next(): Promise<IteratorResult<Event>> {
    for (const [key, value] of this.waiting) {
      this.waiting.delete(key);
      return Promise.resolve({ done: false, value });
    }
    if (this.finishing) this.end();
    if (this.fault !== undefined) {
      const { fault } = this;
      this.fault = undefined;
      // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- a fault is passed on as it came.
      return Promise.reject(fault);
    }
    if (this.ended) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve, reject) => (this.reader = { resolve, reject }));
  }

  return(): Promise<IteratorResult<Event>> {
    this.end();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
