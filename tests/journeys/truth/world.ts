import { inject } from 'vitest';
import {
  createWorld,
  type Dwelling,
  type Family,
  type Household,
  type Matter,
  type MediationFacts,
  type Person,
  type PersonRef,
  type Visit,
  type World,
} from '../../../schema/synthetic/world.ts';

let made: World | undefined;

/** The world that the running hub's extracts were written from: what is true, whatever the hub says. */
export function theWorld(): World {
  const { scale, seed } = inject('runningHub');
  return (made ??= createWorld({ scale, seed }));
}

/** Somebody of the world. */
export const personAt = ({ family, person }: PersonRef): Person => theWorld().family(family).people[person] as Person;

/** The family of somebody of the world. */
export const familyOf = ({ family }: PersonRef): Family => theWorld().family(family);

/** Whether both point at the same person. */
export const same = (one: PersonRef | null, other: PersonRef): boolean =>
  one?.family === other.family && one.person === other.person;

/** The household that somebody lives in; null for those who live elsewhere or live no more. */
export function homeOf(ref: PersonRef): Household | null {
  const { residentHouseholdNumber } = personAt(ref);
  if (residentHouseholdNumber === null) return null;
  return familyOf(ref).residentHouseholds.find(({ number }) => number === residentHouseholdNumber) ?? null;
}

/** The household that somebody is registered in. */
export function registeredHomeOf(ref: PersonRef): Household | null {
  const { registeredHouseholdNumber } = personAt(ref);
  if (registeredHouseholdNumber === null) return null;
  return familyOf(ref).registeredHouseholds.find(({ number }) => number === registeredHouseholdNumber) ?? null;
}

/** Village or community in which the registers file somebody. */
export function areaOf(ref: PersonRef): string {
  const { villages } = theWorld();
  return homeOf(ref)?.dwelling.areaCode ?? (villages[familyOf(ref).village]?.code as string);
}

/** The grid of a dwelling. */
export const gridOf = ({ grid }: Dwelling) => {
  const found = theWorld().grids[grid];
  if (!found) throw new Error('Expected a dwelling to lie in a grid.');
  return found;
};

/** Name of an area by its code. */
export const areaName = (code: string): string | undefined => theWorld().areas.find((area) => area.code === code)?.name;

let allMatters: readonly Matter[] | undefined;
let allMediations: readonly MediationFacts[] | undefined;
let allVisits: readonly Visit[] | undefined;

const upTo = <Fact>(count: number, at: (index: number) => Fact): readonly Fact[] =>
  Array.from({ length: count }, (_, index) => at(index));

/** Every matter of the year. */
export const matters = (): readonly Matter[] => (allMatters ??= upTo(theWorld().matters, theWorld().matter));

/** Every mediation, with or without a matter at the centre. */
export const mediations = (): readonly MediationFacts[] =>
  (allMediations ??= [
    ...matters().flatMap(({ mediation }) => (mediation ? [mediation] : [])),
    ...upTo(theWorld().standaloneMediations, theWorld().standaloneMediation),
  ]);

/** Every visit. */
export const visits = (): readonly Visit[] => (allVisits ??= upTo(theWorld().visits, theWorld().visit));

/** Everybody of the world, family by family. */
export function* everybody(): Iterable<Person> {
  const world = theWorld();
  for (let index = 0; index < world.families; index++) yield* world.family(index).people;
}

/** The matter of a number; throws where the world has none. */
export function matterOf(number: string): Matter {
  const matter = matters().find((one) => one.number === number);
  if (!matter) throw new Error('Expected the number of a matter of the world.');
  return matter;
}
