import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Department, HERE, hundred } from '../../../tests/kit/department.ts';
import { viewer } from '../../../tests/kit/viewer.ts';
import { ELSEWHERE, householdId, households, openBureau, personId, SPOUSE } from './bureau.ts';

const SCOPE = 'civil-affairs.assistance:read';
const selection = 'socialAssistance { kind status monthlyAmount beneficiaries { id } }';
const here = (changes: object) => viewer({ areas: [HERE], ...changes });

let bureau: Department;

beforeAll(async () => {
  bureau = await openBureau();
});
afterAll(() => bureau?.close());

describe('Household.socialAssistance', () => {
  it('reads a hundred households in one statement and enters the beneficiaries in the ledger', async () => {
    const { data, statements, extensions } = await bureau.askEntities(
      'Household',
      households(...hundred),
      selection,
      here({ scopes: [SCOPE] }),
    );
    expect(statements).toHaveLength(1);
    expect(data._entities[1].socialAssistance).toEqual([
      {
        kind: 'SUBSISTENCE_ALLOWANCE',
        status: 'ACTIVE',
        monthlyAmount: '1560.50',
        beneficiaries: [{ id: personId(2) }, { id: personId(2 + SPOUSE) }],
      },
    ]);
    expect(extensions.disclosed[0]?.fields).toBe('Household.socialAssistance');
    expect(extensions.disclosed[0]?.persons).toHaveLength(200);
  });

  it('answers for the households of the matter alone where the scope is bound to it', async () => {
    const matter = { caseNumber: 'QJ-1', persons: [], households: [householdId(ELSEWHERE)] };
    const { data, codes } = await bureau.askEntities(
      'Household',
      households(ELSEWHERE, 1),
      'socialAssistance { status }',
      here({ matterScopes: [SCOPE], matter }),
    );
    expect(data._entities).toEqual([{ socialAssistance: [{ status: 'ACTIVE' }] }, { socialAssistance: null }]);
    expect(codes).toEqual(['OUTSIDE_MATTER']);
  });

  it('has nothing outside the areas', async () => {
    const asker = here({ scopes: [SCOPE] });
    const { data, codes } = await bureau.askEntities('Household', households(ELSEWHERE), selection, asker);
    expect([data._entities, codes]).toEqual([[{ socialAssistance: [] }], []]);
  });

  it('refuses a viewer without the scope, before reading', async () => {
    const { codes, statements } = await bureau.askEntities('Household', households(1), selection, here({}));
    expect([codes, statements]).toEqual([['FORBIDDEN'], []]);
  });
});
