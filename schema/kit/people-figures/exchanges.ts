import { ALL } from './kinds.ts';
import type { Search, Slot, World } from './search.ts';

/** Who leaves and who comes instead, by kind. */
export interface Exchange {
  readonly out: readonly number[];
  readonly into: readonly number[];
}

/** How many people of a figure, and how much else for each, are looked at, by the level of its area. */
const MEMBERS = [4, 2, 2] as const;
const PARTNERS = [32, 16, 6] as const;
const VALUES = [16, 16, 2] as const;
const FAR = 4;
const LIKE = [3, 4, 3] as const;

/** Ways to make a figure differ: always the same ones for the same register, so that every answer agrees. */
export function* candidates(search: Search, world: World, target: Slot): Iterable<Exchange> {
  const { kinds } = search;
  const figure = search.figureOf(target);
  const { level } = figure;
  const draw = drawing(`${search.nameOf(target)} ${search.worlds.length}`);
  const isThere = (number: number) => (world.get(number) ?? 0) > 0;
  const placeOf = (number: number) => (level === 2 ? kinds.at(number).village : kinds.at(number).town);
  const fixed = figure.values.flatMap((value, dimension) => (value === ALL ? [] : [dimension]));
  const members = some(search.membersAt(target).filter(isThere), MEMBERS[level], draw);
  for (const one of members) {
    if (kinds.at(one).village < 0) continue;
    if (level === 0) yield* otherValues(one);
    else yield* otherHomes(one);
  }

  /** Exchanges with people of another place. */
  function* otherHomes(one: number): Iterable<Exchange> {
    const place = placeOf(one);
    const isAway = (number: number) => placeOf(number) !== place && isThere(number);
    const near = level === 2 ? (search.byTown.get(kinds.at(one).town) ?? []) : [];
    const neighbours = some(near, 2 * PARTNERS[level], draw)
      .filter(isAway)
      .slice(0, PARTNERS[level]);
    const far = some(search.movable, neighbours.length > 0 ? FAR : 2 * PARTNERS[level], draw).filter(isAway);
    for (const other of [...neighbours, ...far]) yield fixed.length > 0 ? homesOf(one, other) : moving(one, other);
    if (isSingle(one)) yield* similar(one, place, isAway);
  }

  /** Exchanges with somebody who differs in one value, made up for by a mirrored one: totals stay as they are. */
  function* similar(one: number, place: number, isAway: (number: number) => boolean): Iterable<Exchange> {
    for (const dimension of fixed) {
      for (const value of some(valuesBut(one, dimension), VALUES[level], draw)) {
        const like = kinds.withValue(dimension, value, one);
        for (const other of some(alike(like, one), LIKE[level], draw).filter(isAway)) {
          const first = homesOf(one, other);
          yield first;
          for (const second of level === 1 ? fixed : []) {
            if (second === dimension) continue;
            for (const changed of valuesBut(one, second)) {
              const here = inTown(place, kinds.withValue(second, changed, like), one);
              const there = inTown(placeOf(other), kinds.withValue(second, changed, one), other);
              if (here === undefined || there === undefined) continue;
              const back = homesOf(here, there);
              yield { out: [...first.out, ...back.out], into: [...first.into, ...back.into] };
            }
          }
        }
      }
    }
  }

  /** Exchanges of values between people, wherever they live. */
  function* otherValues(one: number): Iterable<Exchange> {
    if (!isSingle(one) || fixed.length === 0) {
      for (const other of some(search.movable, 4 * PARTNERS[level], draw)) {
        yield { out: [one], into: [kinds.movedTo(kinds.at(one).village, other)] };
      }
      return;
    }
    for (const dimension of fixed) {
      for (const value of valuesBut(one, dimension)) {
        const changed = kinds.withValue(dimension, value, one);
        yield { out: [one], into: [changed] };
        for (const second of fixed) {
          if (second === dimension) continue;
          for (const differing of valuesBut(one, second)) {
            const { profile } = kinds.at(kinds.withValue(second, differing, changed));
            for (const other of some(search.byProfile.get(profile) ?? [], LIKE[level], draw).filter(isThere)) {
              const own = kinds.withValue(dimension, valueOf(one, dimension), other);
              yield { out: [one, other], into: [changed, own] };
            }
          }
        }
      }
    }
  }

  function isSingle(number: number): boolean {
    return kinds.at(number).records.length === 1;
  }

  function valueOf(number: number, dimension: number): number {
    return kinds.at(number).records[0]?.values[dimension] ?? ALL;
  }

  function valuesBut(number: number, dimension: number): readonly number[] {
    const own = valueOf(number, dimension);
    return (search.valuesOf[dimension] ?? []).filter((value) => value !== own);
  }

  function homesOf(one: number, other: number): Exchange {
    const into = [kinds.movedTo(kinds.at(other).village, one), kinds.movedTo(kinds.at(one).village, other)];
    return { out: [one, other], into };
  }

  function moving(one: number, other: number): Exchange {
    return { out: [one], into: [kinds.movedTo(kinds.at(other).village, one)] };
  }

  function inTown(town: number, like: number, but: number): number | undefined {
    return search.inTown(town, kinds.at(like).profile).find((number) => number !== but && isThere(number));
  }

  /** People like these: in the same town where it is a village that matters. */
  function alike(like: number, one: number): readonly number[] {
    const { profile } = kinds.at(like);
    return level === 2 ? search.inTown(kinds.at(one).town, profile) : (search.byProfile.get(profile) ?? []);
  }
}

/** Numbers below one, the same for the same seed; FNV-1a and mulberry32. */
function drawing(seed: string): () => number {
  let state = 0x811c9dc5;
  for (let index = 0; index < seed.length; index++) state = Math.imul(state ^ seed.charCodeAt(index), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

function some<Thing>(things: readonly Thing[], most: number, draw: () => number): readonly Thing[] {
  if (things.length <= most) return things;
  return Array.from({ length: most }, () => things[Math.floor(draw() * things.length)] as Thing);
}
