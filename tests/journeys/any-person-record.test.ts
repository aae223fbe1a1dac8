import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { departmentNames } from '../../schema/departments.ts';
import { randomAt } from '../../schema/synthetic/random.ts';
import type { PersonRef } from '../../schema/synthetic/world.ts';
import { operation } from '../kit/hub-client.ts';
import { personIds } from '../kit/person-ids.ts';
import { type OpenHub, openHub } from './open-hub.ts';
import { isRejected, knownExtracts } from './truth/accepted-rows.ts';
import { expectedRecord } from './truth/person-record.ts';
import { familyOf, matters, mediations, personAt, theWorld } from './truth/world.ts';

const SAMPLE = 150;
const world = theWorld();
const { notable } = world;
const record = operation('person-record');

let hub: OpenHub;
let idsByNumber: ReadonlyMap<string, string>;

const idOf = async (ref: PersonRef): Promise<string> => idsByNumber.get(personAt(ref).idNumber) as string;

beforeAll(async () => {
  hub = await openHub();
  idsByNumber = await personIds(hub.registers.database('public-security'));
});

afterAll(() => hub.close());

async function compare(ref: PersonRef) {
  const answer = await hub.ask(record, { person: await idOf(ref) });
  expect(answer.errors).toBeUndefined();
  expect(answer.data.person).toEqual(await expectedRecord(ref, idOf));
  return answer.data.person;
}

describe('the whole record of anybody, compared with the world', () => {
  it('has, of somebody known to the population register alone, nothing but that, and no error', async () => {
    const person = await compare(notable.nothing);
    expect(person).toMatchObject({
      mediations: { totalCount: 0, nodes: [] },
      legalAid: [],
      marriages: [],
      careTags: [],
      allowances: [],
      socialAssistance: [],
      socialInsurance: null,
      medicalInsurance: null,
      cases: { totalCount: 0, nodes: [] },
    });
  });

  it('has a migrant’s household lived in, and no registered one', async () => {
    const person = await compare(notable.migrant);
    expect(person).toMatchObject({ registration: 'FLOATING', registeredHousehold: null });
    expect(person.household).not.toBeNull();
  });

  it('has two households of somebody who is registered in one place and lives in another', async () => {
    const person = await compare(notable.separated);
    expect(person.household.id).not.toBe(person.registeredHousehold.id);
    expect(person.area.code).not.toBe(person.registeredHousehold.area.code);
  });

  it('has one record under an id that had two numbers', async () => {
    await compare(notable.merged);
  });

  it('has the record of somebody whose registration was cancelled, with no household any more', async () => {
    const person = await compare(notable.cancelled);
    expect(person).toMatchObject({ status: 'CANCELLED', household: null, registeredHousehold: null });
  });

  it('still shows a benefit that is paid to the dead, and draws no conclusion from it', async () => {
    const person = await compare(notable.deceasedPensioner);
    expect(person.status).toBe('DECEASED');
    expect(person.socialInsurance.benefits).toEqual([expect.objectContaining({ status: 'PAYING' })]);
  });

  it.each([
    'fifteenDigit',
    'householdOfSeven',
    'loneElder',
  ] as const)('has the record of the notable %s', async (name) => {
    await compare(notable[name]);
  });

  it(`has the records of ${SAMPLE} people drawn at random and of people in matters, wherever their rows are clean`, async () => {
    const soiled = await soiledCells();
    const random = randomAt(7, 'sample');
    const drawn = Array.from({ length: SAMPLE }, () => {
      const family = random.below(world.families);
      return { family, person: random.below(world.family(family).people.length) };
    });
    const involved = matters()
      .flatMap(({ parties }) => parties.flatMap(({ person }) => (person ? [person] : [])))
      .slice(0, SAMPLE);
    let compared = 0;
    for (const ref of [...drawn, ...involved]) {
      if (keysOf(ref).some((key) => soiled.has(key))) continue;
      await compare(ref);
      compared += 1;
    }
    console.log(`Whole records compared with the world: ${compared}.`);
    expect(compared).toBeGreaterThan(SAMPLE);
  }, 120_000);
});

/** Cells of rows that were set aside, anywhere. */
async function soiledCells(): Promise<ReadonlySet<string>> {
  const cells = new Set<string>();
  for (const department of departmentNames()) {
    for (const { rows } of await knownExtracts(department)) {
      for (const { row, dirt } of rows) if (isRejected(dirt)) for (const cell of Object.values(row)) cells.add(cell);
    }
  }
  return cells;
}

/** Numbers under which registers keep somebody, the family and what happened to them. */
function keysOf(ref: PersonRef): string[] {
  const { people, residentHouseholds, registeredHouseholds, marriages, assistance } = familyOf(ref);
  const own = personAt(ref);
  const jobs = [own.facts.employment, ...own.facts.formerEmployments];
  const keys = [
    ...people.map(({ idNumber }) => idNumber),
    ...[...residentHouseholds, ...registeredHouseholds].flatMap(({ number, dwelling }) => [
      number,
      dwelling.addressCode,
    ]),
    ...marriages.map(({ certificateNumber }) => certificateNumber),
    assistance?.number,
    ...jobs.map((job) => job && world.employers[job.employer]?.creditCode),
  ];
  const isParty = ({ person }: { person: PersonRef | null }) =>
    person?.family === ref.family && person.person === ref.person;
  for (const matter of matters()) if (matter.parties.some(isParty)) keys.push(matter.number);
  for (const mediation of mediations()) if (mediation.parties.some(isParty)) keys.push(mediation.number);
  return keys.flatMap((key) => (key ? [key] : []));
}
