import type { CanonicalNumber, CellValue, ColumnKind } from './columns/column-rule.ts';
import type { ExtractLayout } from './layout.ts';
import type { LinkRegister } from './link-register.ts';
import { DISTRICT, type RowBatch } from './row-batch.ts';

const PERSON_KINDS: readonly ColumnKind[] = ['person', 'party'];

/**
 * Puts ids in the place of numbers in a batch of rows: one question a kind, each number asked once. What the layout says
 * of earlier numbers is told before. Answers the areas of rows that take a person's, by row; null for other layouts.
 */
export async function linkRows(batch: RowBatch, layout: ExtractLayout, link: LinkRegister): Promise<string[] | null> {
  await tellEarlierNumbers(batch, layout, link);
  await replace(batch, PERSON_KINDS, personKey, (numbers: CanonicalNumber[]) => link.persons(numbers));
  await replace(batch, ['household'], textKey, (numbers: string[]) => link.households(numbers));
  await replace(batch, ['dwelling'], textKey, (codes: string[]) => link.dwellings(codes));
  return layout.inheritsAreaOf === undefined ? null : inheritedAreas(batch, layout.inheritsAreaOf, link);
}

const textKey = (number: string): string => number;
const personKey = ({ kind, canonical }: CanonicalNumber): string =>
  kind === 'RESIDENT_ID' ? canonical : `${kind} ${canonical}`;

async function replace<Asked extends string | CanonicalNumber>(
  batch: RowBatch,
  kinds: readonly ColumnKind[],
  keyOf: (asked: Asked) => string,
  ask: (asked: Asked[]) => Promise<string[]>,
): Promise<void> {
  const { columns, values, size } = batch;
  const offsets = columns.flatMap(({ rule }, offset) => (kinds.includes(rule.kind) ? [offset] : []));
  if (offsets.length === 0) return;
  const asked: Asked[] = [];
  const places = new Map<string, number>();
  const placeOf = new Int32Array(size * offsets.length).fill(-1);
  for (let row = 0, place = 0; row < size; row++) {
    for (const offset of offsets) {
      const value = values[row * columns.length + offset] as Asked | null;
      if (value !== null) {
        const key = keyOf(value);
        let known = places.get(key);
        if (known === undefined) {
          known = asked.push(value) - 1;
          places.set(key, known);
        }
        placeOf[place] = known;
      }
      place++;
    }
  }
  if (asked.length === 0) return;
  const ids = await ask(asked);
  if (ids.length !== asked.length)
    throw new Error(`Expected ${asked.length} ids of the link register, got ${ids.length}.`);
  for (let row = 0, place = 0; row < size; row++) {
    for (const offset of offsets) {
      const known = placeOf[place++] as number;
      if (known !== -1) values[row * columns.length + offset] = ids[known] as string;
    }
  }
}

async function tellEarlierNumbers(
  batch: RowBatch,
  { population, households }: ExtractLayout,
  link: LinkRegister,
): Promise<void> {
  if (population) {
    const pairs = pairsOf<CanonicalNumber>(batch, population.person, population.previousNumbers);
    if (pairs.length > 0) await link.samePerson(pairs);
  }
  if (households) {
    const pairs = pairsOf<string>(batch, households.household, households.previousNumbers);
    if (pairs.length > 0) await link.sameHousehold(pairs);
  }
}

function pairsOf<Number>(batch: RowBatch, current: string, previous: string): { current: Number; previous: Number }[] {
  const currents = valuesOf(batch, current) as Number[];
  return valuesOf(batch, previous).flatMap((numbers, row) =>
    ((numbers ?? []) as Number[]).map((number) => ({ current: currents[row] as Number, previous: number })),
  );
}

async function inheritedAreas(batch: RowBatch, column: string, link: LinkRegister): Promise<string[]> {
  const persons = valuesOf(batch, column) as (string | null)[];
  const known = await link.areasOf([...new Set(persons.filter((person) => person !== null))]);
  return persons.map((person) => (person === null ? undefined : known.get(person)) ?? DISTRICT);
}

function valuesOf({ columns, values, size }: RowBatch, name: string): CellValue[] {
  const offset = columns.findIndex((column) => column.name === name);
  if (offset === -1) throw new Error(`Expected a column ${name} in the layout.`);
  return Array.from({ length: size }, (_, row) => values[row * columns.length + offset] as CellValue);
}
