/** What a register notes of somebody that figures may ask for: where, and a value for each dimension. */
export interface CountedRecord {
  readonly area: string;
  readonly values: readonly string[];
}

/** Those who are alike in all that figures may ask, and how many they are. */
export interface CountedKind {
  readonly records: readonly CountedRecord[];
  /** What one of them adds to each measure. */
  readonly amounts: readonly number[];
  readonly count: number;
}

/** A record by the numbers of its village and its values. */
interface NumberedRecord {
  readonly village: number;
  readonly values: readonly number[];
}

/** A kind as it is kept: with the figures that each of it is counted in. */
export interface Kind {
  /** Village of all its records; -1 where they lie in several. */
  readonly village: number;
  readonly town: number;
  /** Number of all but the village. */
  readonly profile: number;
  readonly records: readonly NumberedRecord[];
  readonly amounts: readonly number[];
  readonly figures: readonly number[];
}

/** Of the whole register, of a town, of a village. */
export type Level = 0 | 1 | 2;

/** A figure that may be asked for: an area of a level, and for each dimension the number of a value or ALL. */
export interface Figure {
  readonly level: Level;
  readonly area: number;
  readonly values: readonly number[];
}

/** Stands for every value of a dimension. */
export const ALL = 0;

const LEVELS: readonly Level[] = [0, 1, 2];
const MOST_VALUES = 256;

/** Villages, towns, values, kinds and figures by number, each known once. */
export class Kinds {
  readonly kinds: Kind[] = [];
  readonly figures: Figure[] = [];
  /** The values of each dimension, by number; that of ALL is empty. */
  readonly values: readonly string[][];
  private readonly villages = new Names();
  private readonly towns = new Names();
  private readonly townOf: number[] = [];
  private readonly valueNumbers: readonly Names[];
  private readonly profiles = new Names();
  private readonly kindNumbers = new Map<string, number>();
  private readonly figureNumbers = new Map<number, number>();
  private readonly changed = new Map<number, number>();

  constructor(dimensions: number) {
    this.valueNumbers = Array.from({ length: dimensions }, () => new Names(''));
    this.values = this.valueNumbers.map(({ names }) => names);
  }

  /** The number of a kind as a register tells it. */
  add({ records, amounts }: Pick<CountedKind, 'records' | 'amounts'>): number {
    return this.numberOf(
      records.map(({ area, values }) => {
        const village = this.villages.numberOf(area);
        this.townOf[village] = this.towns.numberOf(area.slice(0, 9));
        return { village, values: values.map((value, index) => this.valueNumbers[index]?.numberOf(value) ?? ALL) };
      }),
      amounts,
    );
  }

  at(number: number): Kind {
    return this.kinds[number] as Kind;
  }

  /** The records of a kind in the register's own words. */
  recordsOf(number: number): CountedRecord[] {
    return this.at(number).records.map(({ village, values }) => ({
      area: this.villages.names[village] ?? '',
      values: values.map((value, dimension) => this.values[dimension]?.[value] ?? ''),
    }));
  }

  /** The kind that differs from one of a single village in the village alone. */
  movedTo(village: number, number: number): number {
    return this.change(number, MOST_VALUES * 8 + village, ({ values }) => ({ village, values }));
  }

  /** The kind that differs from one of a single record in one value alone. */
  withValue(dimension: number, value: number, number: number): number {
    return this.change(number, dimension * MOST_VALUES + value, (record) => ({
      village: record.village,
      values: record.values.with(dimension, value),
    }));
  }

  /** The figure that a figure is a part of along a dimension; undefined where it is not a part along it. */
  wholeOf({ level, area, values }: Figure, dimension: number): number | undefined {
    if (values[dimension] === ALL) return undefined;
    return this.figureNumbers.get(codeOf(level, area, values.with(dimension, ALL)));
  }

  /** The figure of the next larger area; undefined for those of the whole register. */
  aboveOf({ level, area, values }: Figure): number | undefined {
    if (level === 0) return undefined;
    return this.figureNumbers.get(codeOf((level - 1) as Level, level === 2 ? (this.townOf[area] ?? 0) : 0, values));
  }

  /** What a figure is called, the same in every register. */
  nameOf({ level, area, values }: Figure): string {
    const place = level === 0 ? '' : (level === 1 ? this.towns : this.villages).names[area];
    return [place, ...values.map((value, dimension) => this.values[dimension]?.[value])].join('|');
  }

  private change(number: number, change: number, make: (record: NumberedRecord) => NumberedRecord): number {
    const key = number * 2 ** 24 + change;
    let found = this.changed.get(key);
    if (found === undefined) {
      const { records, amounts } = this.at(number);
      this.changed.set(key, (found = this.numberOf(records.map(make), amounts)));
    }
    return found;
  }

  private numberOf(records: readonly NumberedRecord[], amounts: readonly number[]): number {
    const key = `${records
      .map(({ village, values }) => [village, ...values].join(','))
      .sort()
      .join(';')}/${amounts.join(',')}`;
    let number = this.kindNumbers.get(key);
    if (number === undefined) {
      const [first] = records;
      const village = first && records.every((record) => record.village === first.village) ? first.village : -1;
      const lines = records.map(({ values }) => values.join(',')).sort();
      const profile = this.profiles.numberOf(`${lines.join(';')}/${amounts.join(',')}`);
      const figures = [...new Set(records.flatMap((record) => this.figuresOf(record)))];
      const town = this.townOf[village] ?? -1;
      number = this.kinds.push({ village, town, profile, records, amounts, figures }) - 1;
      this.kindNumbers.set(key, number);
    }
    return number;
  }

  private figuresOf({ village, values }: NumberedRecord): number[] {
    const found: number[] = [];
    const areas = [0, this.townOf[village] ?? 0, village];
    for (let mask = 0; mask < 1 << values.length; mask++) {
      const fixed = values.map((value, dimension) => (mask & (1 << dimension) ? value : ALL));
      for (const level of LEVELS) {
        const area = areas[level] ?? 0;
        const code = codeOf(level, area, fixed);
        let number = this.figureNumbers.get(code);
        if (number === undefined) {
          number = this.figures.push({ level, area, values: fixed }) - 1;
          this.figureNumbers.set(code, number);
        }
        found.push(number);
      }
    }
    return found;
  }
}

/** Names by number, in the order in which they were met. */
class Names {
  readonly names: string[];
  private readonly numbers = new Map<string, number>();

  constructor(...first: string[]) {
    this.names = first;
  }

  numberOf(name: string): number {
    let number = this.numbers.get(name);
    if (number === undefined) this.numbers.set(name, (number = this.names.push(name) - 1));
    return number;
  }
}

const codeOf = (level: Level, area: number, values: readonly number[]): number =>
  values.reduce((code, value) => code * MOST_VALUES + value, area * 3 + level);
