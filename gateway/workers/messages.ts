/** What a worker tells the process that keeps it: it answers at this address. */
export interface Ready {
  readonly kind: 'ready';
  readonly url: string;
}

/** What that process tells a worker: answer what is under way, then end. */
export interface Drain {
  readonly kind: 'drain';
}

/** Whether a message is a worker's that is ready. */
export const isReady = (message: unknown): message is Ready => (message as Ready | null)?.kind === 'ready';

/** Whether a message asks a worker to end. */
export const isDrain = (message: unknown): message is Drain => (message as Drain | null)?.kind === 'drain';
