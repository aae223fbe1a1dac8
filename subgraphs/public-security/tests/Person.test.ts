import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personById } from '../loaders/person-by-id.ts';
import {
  type Bureau,
  entities,
  HERE,
  householdId,
  hundred,
  openBureau,
  people,
  personId,
  THERE,
  viewer,
} from './bureau.ts';

const READ = 'public-security.person:read';
const MASKED = `id maskedName maskedIdNumber sex ageBand status registration area { code } household { id }
  registeredHousehold { id } relationToHead source { department asOf }`;
const ELSEWHERE = 101;
const DEAD = 102;

let bureau: Bureau;

beforeAll(async () => {
  bureau = await openBureau();
  await bureau.insert('person', [
    ...hundred.map((number) => ({
      name: number % 2 ? '魏平安' : '欧阳春晓',
      phone: '19900001234',
      residence_address: '临江社区1号',
      resident_household_id: householdId(number),
      registered_household_id: householdId(1000 + number),
      relation_code: '02',
      relation: 'HEAD',
      previous_id_numbers: number === 1 ? ['33089819600101999X'] : null,
    })),
    { area_code: THERE, resident_household_id: householdId(ELSEWHERE), registered_household_id: householdId(1) },
    { status: 'DECEASED', birth_date: '1930-01-01', ended_on: '1999-12-31' },
  ]);
  await bureau.insert('household_membership', [
    { person_id: personId(1), household_id: householdId(1001), from_date: '1960-01-01', basis: 'REGISTERED' },
    { person_id: personId(1), household_id: householdId(7), from_date: '1980-01-01', to_date: '2000-01-01' },
    { person_id: personId(1), household_id: householdId(1), from_date: '2000-01-01' },
    { person_id: personId(ELSEWHERE), household_id: householdId(ELSEWHERE) },
  ]);
});
afterAll(() => bureau?.close());

describe('Person, masked', () => {
  it('reads all masked fields of a hundred people in one statement, in the order asked', async () => {
    await bureau.ask(entities('Person', MASKED), viewer({ scopes: [READ] }), { of: people(1) });
    const { data, statements, extensions } = await bureau.ask(entities('Person', MASKED), viewer({ scopes: [READ] }), {
      of: people(...hundred),
    });
    expect(statements).toHaveLength(1);
    expect(data._entities.map(({ id }: { id: string }) => id)).toEqual(hundred.map(personId));
    expect(data._entities[1]).toEqual({
      id: personId(2),
      maskedName: '欧阳**',
      maskedIdNumber: '330898**********02',
      sex: 'MALE',
      ageBand: '65-69',
      status: 'ALIVE',
      registration: 'REGISTERED',
      area: { code: HERE },
      household: { id: householdId(2) },
      registeredHousehold: { id: householdId(1002) },
      relationToHead: 'HEAD',
      source: { department: 'public-security', asOf: '2026-11-01T00:00:00+08:00' },
    });
    expect(extensions.disclosed).toEqual([{ fields: 'Person.masked', persons: hundred.map(personId) }]);
  });

  it('answers a key alone without reading', async () => {
    const { statements } = await bureau.ask(entities('Person', 'id'), viewer(), { of: people(1, 2) });
    expect(statements).toEqual([]);
  });

  it('hands resolvers no clear name, number or birth date', async () => {
    const row = await personById.load(bureau.contextOf(viewer({ scopes: [READ] })), personId(1));
    expect(row?.maskedName).toBe('魏**');
    expect(JSON.stringify(row)).not.toMatch(/平安|19600101|1960-01-01|19900001234|临江/);
  });

  it('refuses a viewer without the scope, before reading', async () => {
    const { data, codes, statements } = await bureau.ask(entities('Person', 'maskedName'), viewer(), { of: people(1) });
    expect(data._entities).toEqual([{ maskedName: null }]);
    expect(codes).toEqual(['FORBIDDEN']);
    expect(statements).toEqual([]);
  });

  it('shows nobody outside the areas, without an error', async () => {
    const { data, codes, extensions } = await bureau.ask(entities('Person', 'maskedName'), viewer({ scopes: [READ] }), {
      of: people(ELSEWHERE),
    });
    expect(data._entities).toEqual([{ maskedName: null }]);
    expect(codes).toEqual([]);
    expect(extensions).toEqual({ disclosed: [], admitted: [] });
  });

  it('shows a party who lives elsewhere, and brings both households along', async () => {
    const asker = viewer({ scopes: [READ], admitted: [personId(ELSEWHERE)] });
    const { data, extensions } = await bureau.ask(entities('Person', 'maskedName'), asker, {
      of: people(1, ELSEWHERE),
    });
    expect(data._entities[1]).toEqual({ maskedName: '魏**' });
    expect(extensions.admitted).toEqual([householdId(ELSEWHERE), householdId(1)]);
  });

  it('keeps the age band of the dead at the day of death', async () => {
    const { data } = await bureau.ask(entities('Person', 'ageBand status'), viewer({ scopes: [READ] }), {
      of: people(DEAD),
    });
    expect(data._entities).toEqual([{ ageBand: '65-69', status: 'DECEASED' }]);
  });
});

describe('Person.householdHistory', () => {
  const selection = 'householdHistory { household { id } basis relationToHead from to }';

  it('reads a hundred people in one statement, oldest stay first', async () => {
    const { data, statements } = await bureau.ask(entities('Person', selection), viewer({ scopes: [READ] }), {
      of: people(...hundred),
    });
    expect(statements).toHaveLength(1);
    expect(
      data._entities[0].householdHistory.map(({ from, to, basis }: Record<string, string>) => [from, to, basis]),
    ).toEqual([
      ['1960-01-01', null, 'REGISTERED'],
      ['1980-01-01', '2000-01-01', 'RESIDENT'],
      ['2000-01-01', null, 'RESIDENT'],
    ]);
    expect(data._entities[1].householdHistory).toEqual([]);
  });

  it('has no stays of anybody outside the areas', async () => {
    const { data } = await bureau.ask(entities('Person', selection), viewer({ scopes: [READ] }), {
      of: people(ELSEWHERE),
    });
    expect(data._entities[0].householdHistory).toEqual([]);
  });

  it('refuses a viewer without the scope, before reading', async () => {
    const { codes, statements } = await bureau.ask(entities('Person', selection), viewer(), { of: people(1) });
    expect([codes, statements]).toEqual([['FORBIDDEN'], []]);
  });
});

describe.each([
  {
    field: 'identity',
    selection: 'identity { name formerName idNumber documentKind birthDate phone previousIdNumbers }',
    scope: 'public-security.person:identify',
    first: {
      name: '魏平安',
      formerName: null,
      idNumber: '330898196001010001',
      documentKind: 'RESIDENT_ID',
      birthDate: '1960-01-01',
      phone: '19900001234',
      previousIdNumbers: ['33089819600101999X'],
    },
  },
  {
    field: 'residenceAddress',
    selection: 'residenceAddress',
    scope: 'public-security.address:read',
    first: '临江社区1号',
  },
  {
    field: 'publicSecurityRecord',
    selection: 'publicSecurityRecord { name sex birthDate }',
    scope: 'hub.data-quality:read',
    first: { name: '魏平安', sex: 'MALE', birthDate: '1960-01-01' },
  },
])('Person.$field', ({ field, selection, scope, first }) => {
  it('reads a hundred people in one statement and enters each as disclosed', async () => {
    const { data, statements, extensions } = await bureau.ask(
      entities('Person', selection),
      viewer({ scopes: [scope] }),
      {
        of: people(...hundred),
      },
    );
    expect(statements).toHaveLength(1);
    expect(data._entities[0][field]).toEqual(first);
    expect(extensions.disclosed).toEqual([{ fields: `Person.${field}`, persons: hundred.map(personId) }]);
  });

  it('refuses a viewer who may read people masked only, before reading', async () => {
    const { data, codes, statements } = await bureau.ask(entities('Person', selection), viewer({ scopes: [READ] }), {
      of: people(1),
    });
    expect([data._entities[0][field], codes, statements]).toEqual([null, ['FORBIDDEN'], []]);
  });

  it('answers for the people of the matter alone where the scope is bound to it', async () => {
    const matter = { caseNumber: 'QJ-2026-000001', persons: [personId(1)], households: [] };
    const { data, codes, extensions } = await bureau.ask(
      entities('Person', selection),
      viewer({ matterScopes: [scope], matter }),
      { of: people(1, 2) },
    );
    expect(data._entities.map((person: Record<string, unknown>) => person[field])).toEqual([first, null]);
    expect(codes).toEqual(['OUTSIDE_MATTER']);
    expect(extensions.disclosed).toEqual([{ fields: `Person.${field}`, persons: [personId(1)] }]);
  });

  it('has nothing of anybody outside the areas', async () => {
    const { data, codes } = await bureau.ask(entities('Person', selection), viewer({ scopes: [scope] }), {
      of: people(ELSEWHERE),
    });
    expect([data._entities[0][field], codes]).toEqual([null, []]);
  });
});
