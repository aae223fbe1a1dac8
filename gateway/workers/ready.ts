/** What a worker tells the process that keeps it: it answers at this address. */
export interface Ready {
  readonly kind: 'ready';
  readonly url: string;
}

/** Whether a message is a worker's that is ready. */
export const isReady = (message: unknown): message is Ready => (message as Ready | null)?.kind === 'ready';
