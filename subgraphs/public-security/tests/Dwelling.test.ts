import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Bureau,
  dwellingId,
  entities,
  HERE,
  householdId,
  hundred,
  openBureau,
  personId,
  THERE,
  viewer,
} from './bureau.ts';

const READ = 'public-security.person:read';
const ADDRESS = 'public-security.address:read';
const ELSEWHERE = 101;

let bureau: Bureau;

beforeAll(async () => {
  bureau = await openBureau();
  await bureau.insert('dwelling', [...hundred.map(() => ({})), { area_code: THERE }]);
  await bureau.insert('household', [
    ...hundred.map((number) => ({ dwelling_id: dwellingId(number), head_person_id: personId(number) })),
    { dwelling_id: dwellingId(ELSEWHERE), area_code: THERE },
    { dwelling_id: dwellingId(1) },
  ]);
  await bureau.insert(
    'household_membership',
    [...hundred, ELSEWHERE].map((number) => ({ household_id: householdId(number), person_id: personId(number) })),
  );
});
afterAll(() => bureau?.close());

const dwellings = (...numbers: readonly number[]) =>
  numbers.map((number) => ({ __typename: 'Dwelling', id: dwellingId(number) }));

describe('Dwelling', () => {
  it.each([
    ['area { code }', READ, { area: { code: HERE } }],
    ['households { id }', READ, { households: [{ id: householdId(1) }] }],
    ['address', ADDRESS, { address: '樟潭街道临江社区1号' }],
  ])('reads %s of a hundred in one statement', async (selection, scope, first) => {
    const { data, statements } = await bureau.ask(entities('Dwelling', selection), viewer({ scopes: [scope] }), {
      of: dwellings(...hundred),
    });
    expect(statements).toHaveLength(1);
    expect(data._entities[0]).toEqual(first);
  });

  it.each([
    'area { code }',
    'households { id }',
    'address',
  ])('refuses %s without its scope, before reading', async (selection) => {
    const { codes, statements } = await bureau.ask(entities('Dwelling', selection), viewer(), { of: dwellings(1) });
    expect([codes, statements]).toEqual([['FORBIDDEN'], []]);
  });

  it('enters an address as disclosed of those who are at home there', async () => {
    const { extensions } = await bureau.ask(entities('Dwelling', 'address'), viewer({ scopes: [ADDRESS] }), {
      of: dwellings(1),
    });
    expect(extensions.disclosed).toEqual([{ fields: 'Dwelling.address', persons: [personId(1)] }]);
  });

  it.each([
    ['a household', { caseNumber: null, persons: [], households: [householdId(1)] }],
    ['a person', { caseNumber: null, persons: [personId(1)], households: [] }],
  ])('tells the address where %s of the matter is at home, and no other', async (_, matter) => {
    const { data, codes } = await bureau.ask(
      entities('Dwelling', 'address'),
      viewer({ matterScopes: [ADDRESS], matter }),
      { of: dwellings(1, 2) },
    );
    expect(data._entities).toEqual([{ address: '樟潭街道临江社区1号' }, { address: null }]);
    expect(codes).toEqual(['OUTSIDE_MATTER']);
  });

  it('shows none outside the areas, unless a visible household has its place there', async () => {
    const question = entities('Dwelling', 'area { code } address households { id }');
    const scopes = [READ, ADDRESS];
    const hidden = await bureau.ask(question, viewer({ scopes }), { of: dwellings(ELSEWHERE) });
    expect([hidden.data._entities, hidden.codes]).toEqual([[{ area: null, address: null, households: [] }], []]);
    const shown = await bureau.ask(question, viewer({ scopes, admitted: [householdId(ELSEWHERE)] }), {
      of: dwellings(ELSEWHERE),
    });
    expect(shown.data._entities[0]).toMatchObject({
      area: { code: THERE },
      households: [{ id: householdId(ELSEWHERE) }],
    });
    expect(shown.data._entities[0].address).not.toBeNull();
  });
});
