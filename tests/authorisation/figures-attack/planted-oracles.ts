import type { World } from '../../../schema/synthetic/world.ts';
import type { Oracle, Question, ToldRow } from './oracle.ts';

/** Somebody as population figures may ask for them. */
interface Counted {
  readonly area: string;
  /** Age band, sex, registration. */
  readonly values: readonly string[];
}

/** The people of an invented district, for hubs that withhold too little. */
export function populationOf(world: World): Counted[] {
  const people: Counted[] = [];
  for (let index = 0; index < world.families; index++) {
    const { village, people: members } = world.family(index);
    const area = world.villages[village]?.code ?? '';
    for (const { status, sex, birthDate, registeredHouseholdNumber } of members) {
      const band = String(Math.floor((2026 - Number(birthDate.slice(0, 4))) / 10));
      const registration = registeredHouseholdNumber === null ? 'FLOATING' : 'REGISTERED';
      if (status === 'ALIVE') people.push({ area, values: [band, sex === '1' ? 'MALE' : 'FEMALE', registration] });
    }
  }
  return people;
}

const NAMES = ['AGE_BAND', 'SEX', 'REGISTRATION'];

type Rows = { readonly keys: readonly string[]; readonly count: number }[];

/** Counts as a hub would that withholds what `hide` says of one answer. */
const countingOracle =
  (people: readonly Counted[], hide: (rows: Rows) => ReadonlySet<number>): Oracle =>
  async (questions) =>
    questions.map((question) => {
      const rows = countedRows(people, question);
      const hidden = hide(rows);
      return rows.map(({ keys, count }, index): ToldRow => ({ keys, count: hidden.has(index) ? null : count }));
    });

function countedRows(people: readonly Counted[], { areas, areaCode = '', only, groupBy }: Question): Rows {
  const counts = new Map<string, number>();
  for (const { area, values } of people) {
    if (!areas.some((prefix) => area.startsWith(prefix)) || !area.startsWith(areaCode)) continue;
    if (NAMES.some((name, index) => only[name] !== undefined && only[name] !== values[index])) continue;
    const key = groupBy
      .map((name) =>
        name === 'AREA' ? area : name === 'TOWN' ? area.slice(0, 9) : (values[NAMES.indexOf(name)] ?? ''),
      )
      .join('|');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => ({ keys: key === '' ? [] : key.split('|'), count }));
}

const smallOf = (rows: Rows) => rows.flatMap(({ count }, index) => (count < 5 ? [index] : []));

/** A hub that withholds one to four and nothing else. */
export const withholdsSmall = (people: readonly Counted[]): Oracle =>
  countingOracle(people, (rows) => new Set(smallOf(rows)));

/** A hub that withholds one to four, and the least of the others beside a single one of them, answer by answer. */
export const withholdsOneMore = (people: readonly Counted[]): Oracle =>
  countingOracle(people, (rows) => {
    const small = smallOf(rows);
    if (small.length !== 1 || rows.length < 2) return new Set(small);
    const others = [...rows.keys()].filter((index) => !small.includes(index));
    const [least] = others.sort((one, other) => (rows[one]?.count ?? 0) - (rows[other]?.count ?? 0));
    return new Set([...small, ...(least === undefined ? [] : [least])]);
  });

/** A hub that withholds whatever is less than ten: more than it must, and not what tells of it. */
export const withholdsMore = (people: readonly Counted[]): Oracle =>
  countingOracle(people, (rows) => new Set(rows.flatMap(({ count }, index) => (count < 10 ? [index] : []))));
