import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layoutsOf } from '../../../schema/extracts/discover-layouts.ts';
import { importExtract } from '../../../schema/extracts/import-extract.ts';
import type { BatchSummary } from '../../../schema/extracts/link-register.ts';
import { MemoryLinkRegister } from '../../../schema/extracts/tests/sample/memory-link-register.ts';
import { syntheticExtractsOf } from '../../../schema/synthetic/generate-district.ts';
import { createWorld, type Person, type PersonRef } from '../../../schema/synthetic/world.ts';
import { writeExtract } from '../../../schema/synthetic/write-extracts.ts';
import { type Bureau, openBureau, viewer } from './bureau.ts';

const world = createWorld({ scale: 0.002, seed: 7 });
const files: Record<string, BatchSummary> = {};
const link = new MemoryLinkRegister();
let bureau: Bureau;
let folder: string;

const at = ({ family, person }: PersonRef): Person => world.family(family).people[person] as Person;
const personIdOf = (person: Person): string => link.ids.get(`person ${person.idNumber}`) ?? '';
const everything = viewer({
  areas: ['330803'],
  scopes: ['read', 'identify'].map((verb) => `public-security.person:${verb}`).concat('public-security.incident:read'),
});

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'public-security-extracts-'));
  for (const extract of await syntheticExtractsOf('public-security')) {
    await writeExtract(
      world,
      'public-security',
      extract,
      folder,
      () => undefined,
      () => undefined,
    );
  }
  bureau = await openBureau();
  const layouts = await layoutsOf('public-security');
  for (const layout of layouts) {
    const name = layout.fileName.replace('.csv', '');
    for (const file of readdirSync(folder)
      .filter((other) => other.startsWith(name))
      .sort()) {
      const outcome = await importExtract({
        department: 'public-security',
        layouts,
        database: bureau.database,
        link,
        file: join(folder, file),
      });
      if (outcome.kind === 'imported') files[file] = outcome.summary;
    }
  }
});
afterAll(async () => {
  await bureau?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the bureau’s extracts', () => {
  it('are each recognised as their own layout', async () => {
    const layouts = await layoutsOf('public-security');
    for (const [file, { layout }] of Object.entries(files)) {
      expect(layouts.find(({ name }) => name === layout)?.fileName).toBe(file.replace('-supplement', ''));
    }
    expect(new Set(Object.values(files).map(({ layout }) => layout)).size).toBe(7);
  });

  it('come in whole but for what is dirty', () => {
    for (const { layout, rows, accepted, quarantined } of Object.values(files)) {
      expect([layout, accepted + quarantined]).toEqual([layout, rows]);
      expect(accepted / rows, layout).toBeGreaterThan(0.9);
    }
  });

  it('tell the same of a household from the person, the household and the membership', async () => {
    const [{ wrong }] = (
      await bureau.database.pool.query(`
        SELECT count(*)::int AS wrong FROM person p
        WHERE p.status = 'ALIVE' AND p.resident_household_id IS NOT NULL AND EXISTS (
          SELECT FROM household_membership m WHERE m.person_id = p.person_id AND m.basis = 'RESIDENT')
          AND NOT EXISTS (
          SELECT FROM household_membership m WHERE m.person_id = p.person_id
            AND m.household_id = p.resident_household_id AND m.to_date IS NULL)`)
    ).rows as [{ wrong: number }];
    expect(wrong).toBe(0);
  });

  it('answer for somebody whose registration and home part', async () => {
    const person = at(world.notable.separated);
    const { data } = await bureau.ask(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Person {
        maskedName area { code } identity { name idNumber }
        household { basis area { code } members { person { id } relationToHead } } registeredHousehold { basis area { code } } } } }`,
      everything,
      { of: [{ __typename: 'Person', id: personIdOf(person) }] },
    );
    const family = world.family(world.notable.separated.family);
    const lived = family.residentHouseholds.find(({ number }) => number === person.residentHouseholdNumber);
    const registered = family.registeredHouseholds.find(({ number }) => number === person.registeredHouseholdNumber);
    expect(data._entities[0]).toMatchObject({
      area: { code: lived?.dwelling.areaCode },
      identity: { name: person.name, idNumber: person.idNumber },
      household: { basis: 'RESIDENT', area: { code: lived?.dwelling.areaCode } },
      registeredHousehold: { basis: 'REGISTERED', area: { code: registered?.dwelling.areaCode } },
    });
    expect(
      data._entities[0].household.members.map((member: { person: { id: string } }) => member.person.id).sort(),
    ).toEqual(lived?.members.map((member) => personIdOf(family.people[member] as Person)).sort());
  });

  it('give seven members to the household of seven', async () => {
    const { data } = await bureau.ask(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Person { household { size } } } }`,
      everything,
      { of: [{ __typename: 'Person', id: personIdOf(at(world.notable.householdOfSeven)) }] },
    );
    expect(data._entities[0].household.size).toBe(7);
  });

  it('keep the number that a correction replaced in the envelope', async () => {
    const person = at(world.notable.merged);
    const { data } = await bureau.ask(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Person { identity { previousIdNumbers } } } }`,
      everything,
      { of: [{ __typename: 'Person', id: personIdOf(person) }] },
    );
    expect(data._entities[0].identity.previousIdNumbers).toEqual(person.previousIdNumbers);
  });

  it('keep a household under its id when it gets another number', async () => {
    const [known] = world.family(world.notable.householdOfSeven.family).registeredHouseholds;
    const id = link.ids.get(`household ${known?.number}`);
    const file = join(folder, 'renumbered.csv');
    writeFileSync(
      file,
      `户号,原户号,户类别,户主公民身份号码,户籍地标准地址编码,户籍地区划,更新日期\n899999999,${known?.number},1,,${known?.dwelling.addressCode},${known?.dwelling.areaCode},20261101\n`,
    );
    const layouts = await layoutsOf('public-security');
    await importExtract({ department: 'public-security', layouts, database: bureau.database, link, file });
    const { rows } = await bureau.database.pool.query(
      'SELECT number, previous_numbers FROM household WHERE household_id = $1',
      [id],
    );
    expect(rows).toEqual([{ number: '899999999', previous_numbers: [known?.number] }]);
  });

  it('lead from a matter to the incident handed over into it', async () => {
    const { matterNumber, incidentNumber } = firstHandover();
    const { data } = await bureau.ask(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Case { incidents { number } } } }`,
      everything,
      { of: [{ __typename: 'Case', number: matterNumber }] },
    );
    expect(data._entities[0].incidents).toEqual([{ number: incidentNumber }]);
  });
});

function firstHandover(): { matterNumber: string; incidentNumber: string } {
  for (let index = 0; index < world.matters; index++) {
    const { number, incident } = world.matter(index);
    if (incident) return { matterNumber: number, incidentNumber: incident.number };
  }
  throw new Error('Expected a matter with an incident.');
}
