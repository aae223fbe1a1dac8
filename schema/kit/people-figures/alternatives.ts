import type { CountedKind } from './kinds.ts';
import { remaindersToHide } from './remainders.ts';
import { Search, type Slot } from './search.ts';

/** Those who are alike, and how many they are in each register: the true one first, and its alternatives. */
export interface KindInWorlds extends Omit<CountedKind, 'count'> {
  readonly counts: readonly number[];
}

const ATTEMPTS = 8;
const ALONE = 12;

/**
 * Chooses registers beside the true one so that each figure of one to four is another in some of them, and so is enough
 * else that totals less their parts do not tell it. What is the same in all of them may be told: nobody can find out
 * from it which of them is true. The same register has always the same alternatives.
 */
export function chooseAlternatives(base: readonly CountedKind[]): KindInWorlds[] {
  const search = new Search(base);
  for (let targets = search.small(); targets.length > 0; targets = remaindersToHide(search)) hide(search, targets);
  const { kinds, worlds } = search;
  return kinds.kinds.flatMap(({ amounts }, number) => {
    const counts = worlds.map((world) => world.get(number) ?? 0);
    return counts.some((count) => count > 0) ? [{ records: kinds.recordsOf(number), amounts, counts }] : [];
  });
}

function hide(search: Search, targets: readonly Slot[]): void {
  let left = targets;
  const stillLeft = () => left.filter((slot) => !search.differs(slot));
  for (let attempt = 0; attempt < ATTEMPTS && left.length > 0; attempt++) {
    search.alterByExchanges(left);
    left = stillLeft();
  }
  // Alone, an exchange is not undone by another one.
  for (const slot of left.slice(0, ALONE)) if (!search.differs(slot)) search.alterByExchanges([slot]);
  left = stillLeft();
  if (left.length > 0) search.alterByLeaving(left);
}
