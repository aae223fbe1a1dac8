import { isSmall, type Search, type Slot } from './search.ts';

/**
 * Figures to withhold besides, so that no total less what is told of its parts is one to four, or so many that the
 * withheld parts could only be ones, or fours.
 */
export function remaindersToHide(search: Search): Slot[] {
  const toHide = new Set<Slot>();
  for (const [parent, parts] of splits(search)) {
    const whole = search.valueOf(parent);
    const told = parts.filter((part) => search.isTold(part) && search.valueOf(part) > 0);
    const hidden = parts.filter((part) => !search.isTold(part)).length;
    for (const part of told) if (isSmall(whole - search.valueOf(part))) toHide.add(part);
    const rest = whole - told.reduce((sum, part) => sum + search.valueOf(part), 0);
    if (isSmall(rest) || (hidden > 0 && (rest === hidden || rest === 4 * hidden))) {
      const least = told.reduce<Slot | undefined>(
        (one, other) => (one === undefined || search.valueOf(other) < search.valueOf(one) ? other : one),
        undefined,
      );
      if (least !== undefined) toHide.add(least);
    }
  }
  return [...toHide];
}

/** Each figure that is told, with the parts that it falls into along one dimension or by area. */
function splits(search: Search): Iterable<readonly [Slot, readonly Slot[]]> {
  const { kinds, measures } = search;
  const found = new Map<number, [Slot, Slot[]]>();
  kinds.figures.forEach((figure, number) => {
    const wholes = [kinds.aboveOf(figure), ...figure.values.map((_, dimension) => kinds.wholeOf(figure, dimension))];
    wholes.forEach((whole, along) => {
      if (whole === undefined) return;
      for (let measure = 0; measure < measures; measure++) {
        const slot = whole * measures + measure;
        if (!search.isTold(slot)) continue;
        const key = slot * wholes.length + along;
        const split = found.get(key);
        if (split) split[1].push(number * measures + measure);
        else found.set(key, [slot, [number * measures + measure]]);
      }
    });
  });
  return found.values();
}
