import type { Checkpoints } from '../../schema/ledger/checkpoints.ts';

/** Signs the ledger's head a moment after it has grown. */
export interface Signing {
  /** Says that the ledger has grown. */
  grown(): void;
  /** Signs what was not signed yet, and no more. */
  close(): Promise<void>;
}

const EACH_MS = 1_000;

/** Signs at most once a second, off the way of answers; a head that cannot be signed is reported and tried again. */
export function keepSigning(
  checkpoints: Pick<Checkpoints, 'sign'>,
  onFault: (fault: unknown) => void,
  eachMs = EACH_MS,
): Signing {
  let timer: NodeJS.Timeout | undefined;
  let signing: Promise<unknown> = Promise.resolve();
  const sign = () => {
    timer = undefined;
    signing = checkpoints.sign().catch(onFault);
    return signing;
  };
  return {
    grown: () => void (timer ??= setTimeout(() => void sign(), eachMs).unref()),
    async close() {
      const isDue = timer !== undefined;
      clearTimeout(timer);
      await signing;
      if (isDue) await sign();
    },
  };
}
