import { type Front, readSupergraph } from './front.ts';
import type { ReplaceableFront } from './replaceable-front.ts';
import { watchFileSettle } from './watch-file.ts';

/** A supergraph file that is followed, and how. */
export interface FollowedSupergraph {
  readonly file: string;
  /** The text that is served already. */
  readonly served: string;
  readonly front: ReplaceableFront;
  readonly start: (supergraph: string) => Promise<Front>;
  readonly onTaken: () => void;
  /** Is told of a text that cannot be served; the one before stays. */
  readonly onRefused: (fault: unknown) => void;
}

/** Serves each new supergraph that a file comes to hold, one after the other; answers how to stop. */
export function followSupergraph({ file, served, front, start, onTaken, onRefused }: FollowedSupergraph): () => void {
  let known = served;
  const take = async () => {
    try {
      const supergraph = await readSupergraph(file);
      if (supergraph === known) return;
      front.replace(await start(supergraph));
      known = supergraph;
      onTaken();
    } catch (fault) {
      onRefused(fault);
    }
  };
  let taking: Promise<void> = Promise.resolve();
  return watchFileSettle(file, () => {
    taking = taking.then(take);
  });
}
