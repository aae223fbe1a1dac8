import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BATCH, type Department, HERE, hundred } from '../../../tests/kit/department.ts';
import { viewer } from '../../../tests/kit/viewer.ts';
import { ELSEWHERE, openBureau, people, personId, recordId, SPOUSE } from './bureau.ts';

let bureau: Department;

beforeAll(async () => {
  bureau = await openBureau();
});
afterAll(() => bureau?.close());

const couple = (number: number) => [personId(number), personId(number + SPOUSE)];

describe.each([
  {
    field: 'marriages',
    selection: 'marriages { id status registeredOn endedOn spouses { id } }',
    scope: 'civil-affairs.marriage:read',
    none: [] as unknown,
    first: [
      {
        id: recordId(1),
        status: 'MARRIED',
        registeredOn: '2001-05-01',
        endedOn: null,
        spouses: [{ id: personId(1) }, { id: personId(1 + SPOUSE) }],
      },
    ] as unknown,
    told: couple,
  },
  {
    field: 'careTags',
    selection: 'careTags { kind since until }',
    scope: 'civil-affairs.care:read',
    none: [],
    first: [
      { kind: 'EXTREME_HARDSHIP', since: '2021-01-01', until: '2023-01-01' },
      { kind: 'ADVANCED_AGE', since: '2020-01-01', until: null },
    ],
    told: (number: number) => [personId(number)],
  },
  {
    field: 'allowances',
    selection: 'allowances { id kind monthlyAmount from to status }',
    scope: 'civil-affairs.assistance:read',
    none: [],
    first: [
      { id: recordId(1), kind: 'ADVANCED_AGE', monthlyAmount: '60.00', from: '2020-01-01', to: null, status: 'ACTIVE' },
    ],
    told: (number: number) => [personId(number)],
  },
  {
    field: 'socialAssistance',
    selection: 'socialAssistance { id kind monthlyAmount from to nextReviewOn status beneficiaries { id } }',
    scope: 'civil-affairs.assistance:read',
    none: [],
    first: [
      {
        id: recordId(1),
        kind: 'SUBSISTENCE_ALLOWANCE',
        monthlyAmount: '1560.50',
        from: '2024-01-01',
        to: null,
        nextReviewOn: '2027-01-01',
        status: 'ACTIVE',
        beneficiaries: [{ id: personId(1) }, { id: personId(1 + SPOUSE) }],
      },
    ],
    told: couple,
  },
  {
    field: 'civilAffairsRecord',
    selection: 'civilAffairsRecord { name sex birthDate }',
    scope: 'hub.data-quality:read',
    none: null,
    first: { name: '魏平安', sex: 'MALE', birthDate: '1940-02-29' },
    told: (number: number) => [personId(number)],
  },
])('Person.$field', ({ field, selection, scope, none, first, told }) => {
  const here = (changes: object) => viewer({ areas: [HERE], ...changes });

  it('reads a hundred people in one statement and enters in the ledger whom it told of', async () => {
    const asker = here({ scopes: [scope] });
    const { data, statements, extensions } = await bureau.askEntities('Person', people(...hundred), selection, asker);
    expect(statements).toHaveLength(1);
    expect(data._entities[0][field]).toEqual(first);
    expect(data._entities.map((person: Record<string, unknown>) => person[field])).not.toContainEqual(none);
    const [disclosed, ...others] = extensions.disclosed;
    expect([disclosed?.fields, others]).toEqual([`Person.${field}`, []]);
    expect([...(disclosed?.persons ?? [])].sort()).toEqual(hundred.flatMap(told).sort());
    expect(extensions.admitted).toEqual([]);
  });

  it('refuses a viewer without the scope, before reading', async () => {
    const asker = here({ scopes: ['public-security.person:read'] });
    const { data, codes, statements } = await bureau.askEntities('Person', people(1), selection, asker);
    expect([data._entities[0][field], codes, statements]).toEqual([null, ['FORBIDDEN'], []]);
  });

  it('answers for the people of the matter alone where the scope is bound to it, wherever they live', async () => {
    const matter = { caseNumber: 'QJ-1', persons: [personId(1), personId(ELSEWHERE)], households: [] };
    const asker = here({ matterScopes: [scope], matter, admitted: [personId(2)] });
    const { data, codes, extensions } = await bureau.askEntities('Person', people(1, 2, ELSEWHERE), selection, asker);
    expect([data._entities[0][field], data._entities[1][field], codes]).toEqual([first, null, ['OUTSIDE_MATTER']]);
    expect(data._entities[2][field]).not.toEqual(none);
    expect([...(extensions.disclosed[0]?.persons ?? [])].sort()).toEqual([...told(1), ...told(ELSEWHERE)].sort());
  });

  it('has nothing of anybody outside the areas, unless a visible matter brought them in', async () => {
    const unknown = await bureau.askEntities('Person', people(ELSEWHERE), selection, here({ scopes: [scope] }));
    expect([unknown.data._entities[0][field], unknown.codes]).toEqual([none, []]);
    const asker = here({ scopes: [scope], admitted: [personId(ELSEWHERE)] });
    const admitted = await bureau.askEntities('Person', people(ELSEWHERE), selection, asker);
    expect(admitted.data._entities[0][field]).not.toEqual(none);
  });

  it('has nothing of anybody whom the register does not know', async () => {
    const { data, codes } = await bureau.askEntities('Person', people(555), selection, here({ scopes: [scope] }));
    expect([data._entities[0][field], codes]).toEqual([none, []]);
  });
});

describe('the second spouse', () => {
  it('finds the same marriage', async () => {
    const asker = viewer({ scopes: ['civil-affairs.marriage:read'] });
    const { data } = await bureau.askEntities('Person', people(1, 1 + SPOUSE), 'marriages { id }', asker);
    expect(data._entities[1]).toEqual(data._entities[0]);
  });
});

describe('source', () => {
  it('tells the department, the catalogue number and the batch without another statement', async () => {
    const asker = viewer({ scopes: ['civil-affairs.care:read'] });
    const selection = 'careTags { source { department catalogueId asOf batchId } }';
    await bureau.askEntities('Person', people(1), selection, asker);
    const { data, statements } = await bureau.askEntities('Person', people(...hundred), selection, asker);
    expect(statements).toHaveLength(1);
    expect(data._entities[0].careTags[0].source).toEqual({
      department: 'civil-affairs',
      catalogueId: '330803/00/0000',
      asOf: '2026-11-01T00:00:00+08:00',
      batchId: BATCH,
    });
  });
});
