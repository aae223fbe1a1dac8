import { grantAllowances } from './allowances.ts';
import { assistFamily } from './assistance.ts';
import { dayText, yearsBetween } from './calendar.ts';
import type { DistrictMap } from './district-map.ts';
import type { Family, FamilyShape, Household, Marriage, Person } from './family.ts';
import { FamilyDraft } from './family-draft.ts';
import { shapeFamily, shapeWeights } from './family-shapes.ts';
import { settleHouseholds } from './households.ts';
import { liveLife } from './life-facts.ts';
import { type Plant, type PlantedFamilies, plantShapes } from './planted-families.ts';
import { randomAt } from './random.ts';
import { holding } from './villages.ts';

const shapesOf = (urban: 0 | 1): (readonly [FamilyShape, number])[] =>
  Object.entries(shapeWeights).map(([shape, weights]) => [shape as FamilyShape, weights[urban]] as const);
const villageShapes = shapesOf(0);
const communityShapes = shapesOf(1);

const FORMER_NUMBER_SHARE = 0.001;
const CANCELLED_SHARE = 0.004;
const UNKNOWN_PHONE_SHARE = 0.12;

/** Makes up family number `index`; the same family each time it is asked for. */
export function raiseFamily(map: DistrictMap, plants: PlantedFamilies, index: number): Family {
  const village = holding(map.villages, index);
  const random = randomAt(map.seed, 0xfa311, index);
  const plant = plants.byFamily.get(index);
  const drawn = random.weighted(village.urban ? communityShapes : villageShapes);
  const shape = plant ? plantShapes[plant].shape : drawn;
  const draft = new FamilyDraft(map.seed, index, random, map.asOfDay, map.asOfYear);
  shapeFamily(draft, shape, plant !== undefined);
  fatesOf(draft, plant);
  const { registered, resident, memberships } = settleHouseholds(map, draft, index, village);
  const current = (households: readonly Household[], member: number): Household | undefined =>
    households.find((household) => household.current && household.members.includes(member));
  const assistance = assistFamily(map, draft, index, shape, plant === 'everything', { registered, resident }, random);
  const poor = (member: number): boolean =>
    assistance?.status === 'ACTIVE' && assistance.beneficiaries.includes(member);
  const livesHere = (member: number): boolean => current(resident, member) !== undefined;

  const people = draft.people.map((draftPerson, member): Person => {
    const age = yearsBetween(draftPerson.birthDay, draftPerson.endedDay ?? map.asOfDay);
    const home = current(resident, member);
    const registeredAt = current(registered, member);
    const parents = [draftPerson.father, draftPerson.mother].filter((parent) => parent !== null);
    const gone = (parent: number): boolean => draft.at(parent).status === 'DECEASED';
    const away = (parent: number): boolean => draft.at(parent).status === 'ALIVE' && !livesHere(parent);
    const child = age < 16 && draftPerson.status === 'ALIVE' && parents.length > 0;
    const subject = plant !== undefined && plantShapes[plant].person === member;
    const facts = liveLife(
      map,
      draftPerson,
      {
        age,
        here: home !== undefined,
        livesAlone: home?.members.length === 1,
        orphan: child && parents.every(gone),
        leftBehind:
          child && home !== undefined && parents.every((parent) => away(parent) || gone(parent)) && parents.some(away),
        everything: plant === 'everything' && subject,
        nothing: plant === 'nothing' && subject,
        pensioner: (plant === 'deceasedPensioner' || plant === 'fifteenDigit') && subject,
      },
      random,
    );
    facts.allowances = grantAllowances(map, draftPerson, facts, poor(member), random);
    if (facts.medical && poor(member)) facts.medical.subsidised = true;
    const own = memberships[member] ?? [];
    const relationIn = (household: Household | undefined): string | null =>
      household
        ? (own.find(({ householdNumber, to }) => householdNumber === household.number && to === null)?.relation ?? null)
        : null;
    const phoned = age >= 12 && draftPerson.status === 'ALIVE' && !random.chance(UNKNOWN_PHONE_SHARE);
    return {
      ref: { family: index, person: member },
      documentKind: draftPerson.documentKind,
      idNumber: draftPerson.idNumber,
      previousIdNumbers: draftPerson.previousIdNumbers,
      name: draftPerson.name,
      formerName: draftPerson.formerName,
      sex: draftPerson.sex,
      birthDate: dayText(draftPerson.birthDay),
      age,
      status: draftPerson.status,
      endedOn: draftPerson.endedDay === null ? null : dayText(draftPerson.endedDay),
      registration: draftPerson.registration,
      phone: phoned ? `19900${String(random.below(1_000_000)).padStart(6, '0')}` : null,
      maritalStatus: maritalStatusOf(draft, member),
      registeredHouseholdNumber: registeredAt?.number ?? null,
      residentHouseholdNumber: home?.number ?? null,
      registeredRelation: relationIn(registeredAt),
      residentRelation: relationIn(home),
      memberships: own,
      father: draftPerson.father,
      mother: draftPerson.mother,
      spouse: draftPerson.spouse,
      facts,
    };
  });
  return {
    index,
    shape,
    village: village.index,
    grid: holding(map.grids, index).index,
    people,
    registeredHouseholds: registered,
    residentHouseholds: resident,
    marriages: draft.marriages.map((marriage, number) => certificate(index, number, marriage)),
    assistance,
  };
}

/** Corrected numbers and cancelled registrations: the planted ones, and a few by chance. */
function fatesOf(draft: FamilyDraft, plant: Plant | undefined): void {
  const { random } = draft;
  if (plant === 'merged' || (!plant && random.chance(FORMER_NUMBER_SHARE * draft.people.length)))
    draft.giveFormerNumber(0);
  if (plant === 'cancelled') draft.cancel(0);
  else if (!plant && draft.registered.length > 0 && random.chance(CANCELLED_SHARE)) {
    const leaver = draft.people.findIndex(
      (person, member) =>
        person.status === 'ALIVE' &&
        person.registration === 'REGISTERED' &&
        !draft.residences.some(({ members }) => members.includes(member)),
    );
    if (leaver >= 0) draft.cancel(leaver);
  }
}

function maritalStatusOf(draft: FamilyDraft, member: number): string {
  const own = draft.marriages.filter(({ spouses }) => spouses.includes(member));
  const last = own.at(-1);
  if (!last) return '10';
  if (last.status === 'MARRIED') return own.length > 1 ? '22' : '21';
  if (last.status === 'DIVORCED') return '40';
  // Whoever died was married; the one who stays behind is widowed.
  return draft.at(member).status === 'DECEASED' ? '20' : '30';
}

function certificate(family: number, number: number, marriage: FamilyDraft['marriages'][number]): Marriage {
  const registeredOn = dayText(marriage.day);
  return {
    certificateNumber: `J330898-${registeredOn.slice(0, 4)}-${String(family * 8 + number).padStart(7, '0')}`,
    spouses: marriage.spouses,
    status: marriage.status,
    registeredOn,
    endedOn: marriage.endedDay === null ? null : dayText(marriage.endedDay),
  };
}
