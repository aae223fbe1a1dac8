import { describe, expect, it } from 'vitest';
import { type Random, randomAt } from '../../../synthetic/random.ts';
import { chooseAlternatives, type KindInWorlds } from '../alternatives.ts';
import type { CountedKind, CountedRecord } from '../kinds.ts';

const VILLAGES = ['330803001001', '330803001002', '330803001003', '330803100201', '330803100202', '330803101203'];
const VALUES = [
  ['0-17', '18-59', '60+'],
  ['MALE', 'FEMALE'],
];

const record = (area: string, ...values: string[]): CountedRecord => ({ area, values });
const drawn = (random: Random) => record(random.pick(VILLAGES), ...VALUES.map((values) => random.pick(values)));

/** Registers by lot: of people with one record, of families with several members, of people with several records. */
const registers: Readonly<Record<string, (random: Random) => CountedKind[]>> = {
  people: (random) =>
    Array.from({ length: 40 }, () => ({ records: [drawn(random)], amounts: [1], count: random.between(1, 12) })),
  families: (random) =>
    Array.from({ length: 30 }, () => ({
      records: [drawn(random)],
      amounts: [1, random.between(1, 5)],
      count: random.between(1, 6),
    })),
  insured: (random) =>
    Array.from({ length: 40 }, () => {
      const own = drawn(random);
      const other = record(own.area, ...VALUES.map((values) => random.pick(values)));
      return { records: [own, other], amounts: [1], count: random.between(1, 9) };
    }),
  few: () => [{ records: [record(VILLAGES[0] ?? '', '60+', 'MALE')], amounts: [1], count: 3 }],
  'one village': (random) =>
    Array.from({ length: 6 }, () => ({
      records: [{ ...drawn(random), area: VILLAGES[0] ?? '' }],
      amounts: [1],
      count: random.between(1, 9),
    })),
};

interface Asked {
  readonly name: string;
  readonly area: string;
  readonly values: readonly (string | null)[];
}

/** Every figure that may be asked for: areas by values, all values counting as one more. */
const everyFigure: readonly Asked[] = [
  ...new Set(['', ...VILLAGES.map((code) => code.slice(0, 9)), ...VILLAGES]),
].flatMap((area) =>
  [null, ...(VALUES[0] ?? [])].flatMap((first) =>
    [null, ...(VALUES[1] ?? [])].map((second) => ({
      name: `${area} ${first} ${second}`,
      area,
      values: [first, second],
    })),
  ),
);

const counts = (kinds: readonly KindInWorlds[], { area, values }: Asked, measure: number): number[] => {
  const worlds = kinds[0]?.counts.map(() => 0) ?? [];
  for (const kind of kinds) {
    const isCounted = kind.records.some(
      (own) =>
        own.area.startsWith(area) && values.every((value, index) => value === null || own.values[index] === value),
    );
    if (isCounted)
      kind.counts.forEach(
        (count, world) => (worlds[world] = (worlds[world] ?? 0) + count * (kind.amounts[measure] ?? 0)),
      );
  }
  return worlds;
};

const isSmall = (count: number) => count > 0 && count < 5;
const isTold = ([truth = 0, ...others]: readonly number[]) =>
  !isSmall(truth) && others.every((other) => other === truth);

describe.each(Object.entries(registers))('alternatives of a register of %s', (name, make) => {
  const rounds = Array.from({ length: 6 }, (_, round) =>
    chooseAlternatives(make(randomAt(round, 'alternatives', name))),
  );

  it('have no kind of whom there are fewer than none', () => {
    expect(rounds.flat().flatMap(({ counts: all }) => all.filter((count) => count < 0))).toEqual([]);
  });

  it('keep the register itself as the first', () => {
    const kinds = make(randomAt(0, 'alternatives', name));
    const all = (measure: number) =>
      kinds.reduce((sum, { count, amounts }) => sum + count * (amounts[measure] ?? 0), 0);
    expect(counts(rounds[0] ?? [], { name: '', area: '', values: [null, null] }, 0)[0]).toBe(all(0));
  });

  it('differ in every figure of one to four', () => {
    for (const kinds of rounds) {
      for (const figure of everyFigure) {
        for (const measure of kinds[0]?.amounts.keys() ?? []) {
          const values = counts(kinds, figure, measure);
          if (isSmall(values[0] ?? 0)) expect(new Set(values).size, figure.name).toBeGreaterThan(1);
        }
      }
    }
  });

  it('leave no total that less what is told of its parts is one to four', () => {
    for (const kinds of rounds) {
      for (const whole of everyFigure.filter((figure) => isTold(counts(kinds, figure, 0)))) {
        const [total = 0] = counts(kinds, whole, 0);
        for (const part of everyFigure.filter((figure) => isPart(figure, whole) && isTold(counts(kinds, figure, 0)))) {
          expect(isSmall(total - (counts(kinds, part, 0)[0] ?? 0)), `${whole.name} less ${part.name}`).toBe(false);
        }
      }
    }
  });

  it('are the same ones for the same register', () => {
    expect(chooseAlternatives(make(randomAt(0, 'alternatives', name)))).toEqual(rounds[0]);
  });
});

/** Whether a figure is one step within another: a village of the town, or a value of what was summed over. */
function isPart(part: Asked, whole: Asked): boolean {
  const narrower = part.values.filter((value, index) => value !== whole.values[index]);
  if (part.area === whole.area) {
    return (
      narrower.length === 1 &&
      part.values.every((value, index) => value === whole.values[index] || whole.values[index] === null)
    );
  }
  const steps = ['', '9', '12'].indexOf(String(part.area.length)) - ['0', '9', '12'].indexOf(String(whole.area.length));
  return narrower.length === 0 && part.area.startsWith(whole.area) && (steps === 1 || whole.area === '');
}

it('a register in which nothing is of one to four has no alternative, and all of it is told', () => {
  const kinds = VILLAGES.map((area) => ({ records: [record(area, '60+', 'MALE')], amounts: [1], count: 9 }));
  expect(chooseAlternatives(kinds).map(({ counts: all }) => all)).toEqual(VILLAGES.map(() => [9]));
});

it('large figures of a rich register are told although a small one beside them is not', () => {
  const kinds = VILLAGES.flatMap((area) =>
    (VALUES[0] ?? []).flatMap((age) =>
      (VALUES[1] ?? []).map((sex, index) => ({
        records: [record(area, age, sex)],
        amounts: [1],
        count: area === VILLAGES[0] && age === '60+' && index === 0 ? 2 : 40,
      })),
    ),
  );
  const chosen = chooseAlternatives(kinds);
  const told = everyFigure.filter((figure) => isTold(counts(chosen, figure, 0)));
  expect(told.length / everyFigure.length).toBeGreaterThan(0.8);
  expect(told.map(({ area, values }) => [area, ...values].join('|'))).toEqual(
    expect.arrayContaining([
      '||',
      '|60+|',
      '||MALE',
      '|60+|MALE',
      '330803001||',
      '330803001|60+|MALE',
      '330803001001||',
    ]),
  );
});
