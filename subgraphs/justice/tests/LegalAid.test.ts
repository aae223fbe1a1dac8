import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Department, HERE, hundred, THERE } from '../../../tests/kit/department.ts';
import { viewer } from '../../../tests/kit/viewer.ts';
import { mediationId, openBureau, personId } from './bureau.ts';

const READ = 'justice.mediation:read';
const AID = 'justice.legal-aid:read';
const ELSEWHERE = 201;

const people = (...numbers: number[]) => numbers.map((number) => ({ id: personId(number) }));
const here = (scopes: string[], changes: object = {}) => viewer({ areas: [HERE], scopes, ...changes });
const matterOf = (person: number) => ({ caseNumber: 'QJ-1', persons: [personId(person)], households: [] });

const legalAid = (number: number) => ({
  id: mediationId(5000 + number),
  number: `FY${number}`,
  matter: '05',
  status: 'APPROVED',
  applied_on: '2026-06-01',
  decided_on: '2026-06-05',
  due_on: '2026-06-08',
  means_test_exempt: true,
  updated_on: '2026-06-05',
});

let bureau: Department;

beforeAll(async () => {
  bureau = await openBureau();
  await bureau.insert('legal_aid', [
    ...hundred.map((number) => ({ ...legalAid(number), person_id: personId(number), area_code: HERE })),
    { ...legalAid(ELSEWHERE), person_id: personId(ELSEWHERE), area_code: THERE },
  ]);
});
afterAll(() => bureau?.close());

describe('Person.legalAid', () => {
  const selection = 'legalAid { id matter { labelZh } status dueOn meansTestExempt }';

  it('reads a hundred people in one statement', async () => {
    const { data, statements } = await bureau.askEntities('Person', people(...hundred), selection, here([AID]));
    expect(statements).toHaveLength(1);
    expect(data._entities[6].legalAid).toEqual([
      {
        id: mediationId(5007),
        matter: { labelZh: '请求确认劳动关系或支付劳动报酬' },
        status: 'APPROVED',
        dueOn: '2026-06-08',
        meansTestExempt: true,
      },
    ]);
  });

  it('has nothing of anybody outside the areas', async () => {
    const { data, codes } = await bureau.askEntities('Person', people(ELSEWHERE), selection, here([AID]));
    expect([data._entities, codes]).toEqual([[{ legalAid: [] }], []]);
  });

  it('refuses a viewer without the scope, before reading', async () => {
    const { codes, statements } = await bureau.askEntities('Person', people(1), selection, here([READ]));
    expect([codes, statements]).toEqual([['FORBIDDEN'], []]);
  });

  it('by its own id answers within the areas or the matter, and is refused otherwise', async () => {
    const key = [{ id: mediationId(5001) }, { id: mediationId(5000 + ELSEWHERE) }];
    const within = await bureau.askEntities('LegalAid', key, 'status', here([AID]));
    expect([within.data._entities, within.statements.length]).toEqual([[{ status: 'APPROVED' }, null], 1]);
    const asker = here([], { matterScopes: [AID], matter: matterOf(ELSEWHERE) });
    const bound = await bureau.askEntities('LegalAid', key, 'status', asker);
    expect([bound.data._entities, bound.codes]).toEqual([[null, { status: 'APPROVED' }], ['OUTSIDE_MATTER']]);
    const refused = await bureau.askEntities('LegalAid', key, 'status', here([]));
    expect([refused.codes, refused.statements]).toEqual([['FORBIDDEN', 'FORBIDDEN'], []]);
  });
});
