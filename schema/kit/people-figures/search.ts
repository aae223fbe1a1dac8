import { candidates, type Exchange } from './exchanges.ts';
import { grouped } from './grouped.ts';
import { ALL, type CountedKind, type Figure, Kinds } from './kinds.ts';

/** How many of each kind there are, by the kind's number. */
export type World = Map<number, number>;

const SMALLEST_CELL = 5;

/** Whether a count is of one to four. */
export const isSmall = (count: number): boolean => count > 0 && count < SMALLEST_CELL;

/** A measure of a figure, by one number: figure × measures + measure. */
export type Slot = number;

/** The worth of a figure of the whole register, of a town, of a village; and of each dimension that it sums over. */
const LEVEL_WORTH = [400, 20, 1] as const;
const SUM_WORTH = 4;

/** A search for registers that differ from the true one in small figures and in as little else as can be. */
export class Search {
  readonly kinds: Kinds;
  /** The true register first. */
  readonly worlds: World[];
  readonly measures: number;
  /** Numbers of the values of each dimension that somebody has. */
  readonly valuesOf: readonly (readonly number[])[];
  readonly membersOf: ReadonlyMap<number, readonly number[]>;
  readonly byTown: ReadonlyMap<number, readonly number[]>;
  readonly byProfile: ReadonlyMap<number, readonly number[]>;
  private readonly byTownAndProfile: ReadonlyMap<number, readonly number[]>;
  /** Kinds of a single village. */
  readonly movable: readonly number[];
  private readonly truth: World = new Map();
  private readonly values: number[] = [];
  private readonly differing: boolean[] = [];
  private change: number[] = [];
  private readonly tried: number[] = [];

  constructor(base: readonly CountedKind[]) {
    const { truth } = this;
    const kinds = new Kinds(base[0]?.records[0]?.values.length ?? 0);
    this.kinds = kinds;
    this.worlds = [truth];
    this.measures = base[0]?.amounts.length ?? 1;
    for (const kind of base) {
      const number = kinds.add(kind);
      truth.set(number, (truth.get(number) ?? 0) + kind.count);
    }
    for (const [number, count] of truth) this.count(number, count, this.values);
    const numbers = [...truth.keys()];
    this.movable = numbers.filter((number) => kinds.at(number).village >= 0);
    this.membersOf = grouped(numbers, (number) => kinds.at(number).figures);
    this.byTown = grouped(this.movable, (number) => [kinds.at(number).town]);
    this.byProfile = grouped(this.movable, (number) => [kinds.at(number).profile]);
    this.byTownAndProfile = grouped(this.movable, (number) => [
      inTownKey(kinds.at(number).town, kinds.at(number).profile),
    ]);
    this.valuesOf = kinds.values.map((values) => values.map((_, value) => value).filter((value) => value !== ALL));
  }

  /** Small figures, the most worthwhile first. */
  small(): Slot[] {
    return this.values
      .map((_, slot) => slot)
      .filter((slot) => isSmall(this.valueOf(slot)))
      .sort((one, other) => this.worth(other) - this.worth(one) || one - other);
  }

  valueOf(slot: Slot): number {
    return this.values[slot] ?? 0;
  }

  /** Whether a figure is another one in some alternative. */
  differs(slot: Slot): boolean {
    return this.differing[slot] ?? false;
  }

  isTold(slot: Slot): boolean {
    return !this.differs(slot) && !isSmall(this.valueOf(slot));
  }

  /** Adds an alternative in which each of these figures differs, if exchanges do not undo each other. */
  alterByExchanges(targets: readonly Slot[]): void {
    this.alter(targets, (world, target) => {
      let best: Exchange | undefined;
      let least = Number.POSITIVE_INFINITY;
      for (const exchange of candidates(this, world, target)) {
        const cost = this.costOf(exchange, target);
        if (cost < least) {
          least = cost;
          best = exchange;
        }
      }
      return best;
    });
  }

  /** Adds an alternative in which each of these figures differs for certain: somebody of each is not there. */
  alterByLeaving(targets: readonly Slot[]): void {
    this.alter(targets, (world, target) => {
      const leaving = this.membersAt(target).find((number) => (world.get(number) ?? 0) > 0);
      return leaving === undefined ? undefined : { out: [leaving], into: [] };
    });
  }

  /** Kinds of a profile in a town. */
  inTown(town: number, profile: number): readonly number[] {
    return this.byTownAndProfile.get(inTownKey(town, profile)) ?? [];
  }

  /** Kinds that add to a figure. */
  membersAt(slot: Slot): readonly number[] {
    const members = this.membersOf.get(this.numberOf(slot)) ?? [];
    return members.filter((number) => this.kinds.at(number).amounts[slot % this.measures] !== 0);
  }

  private alter(targets: readonly Slot[], choose: (world: World, target: Slot) => Exchange | undefined): void {
    const world: World = new Map(this.truth);
    this.change = [];
    for (const target of targets) {
      if (this.isAltered(target)) continue;
      const exchange = choose(world, target);
      for (const number of exchange?.out ?? []) this.put(world, number, -1);
      for (const number of exchange?.into ?? []) this.put(world, number, 1);
    }
    this.change.forEach((change, slot) => {
      if (change !== 0) this.differing[slot] = true;
    });
    this.worlds.push(world);
  }

  private isAltered(slot: Slot): boolean {
    return this.differs(slot) || (this.change[slot] ?? 0) !== 0;
  }

  private put(world: World, number: number, count: number): void {
    world.set(number, (world.get(number) ?? 0) + count);
    this.count(number, count, this.change);
  }

  private count(number: number, count: number, slots: number[]): void {
    const { figures, amounts } = this.kinds.at(number);
    for (const figure of figures) {
      for (let measure = 0; measure < this.measures; measure++) {
        const slot = figure * this.measures + measure;
        slots[slot] = (slots[slot] ?? 0) + count * (amounts[measure] ?? 0);
      }
    }
  }

  /** What is lost where an exchange is made: the worth of the figures that can no longer be told. */
  private costOf({ out, into }: Exchange, target: Slot): number {
    const { tried } = this;
    for (const number of out) this.count(number, -1, tried);
    for (const number of into) this.count(number, 1, tried);
    let cost = (tried[target] ?? 0) === 0 ? Number.POSITIVE_INFINITY : 0;
    for (const number of [...out, ...into]) {
      for (const figure of this.kinds.at(number).figures) {
        for (let measure = 0; measure < this.measures; measure++) {
          const slot = figure * this.measures + measure;
          if (!tried[slot]) continue;
          tried[slot] = 0;
          if (this.isAltered(slot)) continue;
          cost += isSmall(this.valueOf(slot)) ? -0.1 : this.worth(slot) * Math.sqrt(1 + this.valueOf(slot));
        }
      }
    }
    return cost;
  }

  private worth(slot: Slot): number {
    const { level, values } = this.figureOf(slot);
    return LEVEL_WORTH[level] * SUM_WORTH ** values.filter((value) => value === ALL).length;
  }

  /** What a figure is called whatever else is counted. */
  nameOf(slot: Slot): string {
    return this.kinds.nameOf(this.figureOf(slot));
  }

  figureOf(slot: Slot): Figure {
    return this.kinds.figures[this.numberOf(slot)] as Figure;
  }

  private numberOf(slot: Slot): number {
    return Math.floor(slot / this.measures);
  }
}

const inTownKey = (town: number, profile: number): number => profile * 2 ** 20 + town;
