import { addDays } from '../../../schema/kit/calendar/day.ts';
import { randomAt } from '../../../schema/synthetic/random.ts';
import type { Family, Person, World } from '../../../schema/synthetic/world.ts';

/** A care tag that follows from the facts of a life. */
export interface CareTagFacts {
  readonly kind: 'DJLR' | 'GLLR' | 'TKRY' | 'LSET' | 'GE' | 'ZDCJ';
  readonly since: string;
  readonly until: string | null;
}

/** The care tags of somebody alive, in the bureau's own codes; the dead have none. */
export function* careTagsOfPerson(world: World, family: Family, person: Person): Iterable<CareTagFacts> {
  if (person.status !== 'ALIVE') return;
  const { age, birthDate, facts, ref } = person;
  const { assistance } = family;
  const random = randomAt(world.seed, 'civil-affairs', 'care-tag', ref.family, ref.person);
  const lately = later(birthDate, addDays(world.asOf, -random.between(20, 1_500)));
  if (facts.livesAlone && age >= 65) yield { kind: 'DJLR', since: later(birthday(birthDate, 65), lately), until: null };
  if (age >= 80) yield { kind: 'GLLR', since: birthday(birthDate, 80), until: null };
  if (assistance?.kind === 'EXTREME_HARDSHIP' && assistance.beneficiaries.includes(ref.person)) {
    yield { kind: 'TKRY', since: assistance.from, until: assistance.to };
  }
  if (facts.leftBehind) yield { kind: 'LSET', since: lately, until: null };
  if (facts.orphan) yield { kind: 'GE', since: lately, until: null };
  if (facts.disability && facts.disability.grade <= 2) {
    yield { kind: 'ZDCJ', since: facts.disability.since, until: null };
  }
}

const later = (one: string, other: string): string => (one > other ? one : other);

/** The day on which somebody completes so many years; those of 29 February on 1 March. */
function birthday(birthDate: string, years: number): string {
  const day = `${Number(birthDate.slice(0, 4)) + years}${birthDate.slice(4)}`;
  return day.endsWith('-02-29') ? `${day.slice(0, 4)}-03-01` : day;
}
