import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Department, HERE, hundred } from '../../../tests/kit/department.ts';
import { viewer } from '../../../tests/kit/viewer.ts';
import { ELSEWHERE, householdId, openBureau, personId, records, SPOUSE } from './bureau.ts';

const here = (changes: object) => viewer({ areas: [HERE], ...changes });
const matterOf = (persons: string[], households: string[] = []) => ({ caseNumber: 'QJ-1', persons, households });

let bureau: Department;

beforeAll(async () => {
  bureau = await openBureau();
});
afterAll(() => bureau?.close());

describe.each([
  { type: 'Marriage', scope: 'civil-affairs.marriage:read', matter: matterOf([personId(ELSEWHERE + SPOUSE)]) },
  { type: 'Allowance', scope: 'civil-affairs.assistance:read', matter: matterOf([personId(ELSEWHERE)]) },
  { type: 'SocialAssistance', scope: 'civil-affairs.assistance:read', matter: matterOf([personId(ELSEWHERE)]) },
  {
    type: 'SocialAssistance',
    scope: 'civil-affairs.assistance:read',
    matter: matterOf([], [householdId(ELSEWHERE)]),
  },
])('a $type by its own id', ({ type, scope, matter }) => {
  it('is read with a hundred others in one statement', async () => {
    const { data, statements } = await bureau.askEntities(
      type,
      records(...hundred),
      'status',
      here({ scopes: [scope] }),
    );
    expect([data._entities.filter(Boolean).length, statements.length]).toEqual([100, 1]);
  });

  it('is no record outside the areas', async () => {
    const { data, codes } = await bureau.askEntities(type, records(ELSEWHERE), 'status', here({ scopes: [scope] }));
    expect([data._entities, codes]).toEqual([[null], []]);
  });

  it('is refused without the scope, before reading', async () => {
    const { data, codes, statements } = await bureau.askEntities(type, records(1), 'status', here({}));
    expect([data._entities, codes, statements]).toEqual([[null], ['FORBIDDEN'], []]);
  });

  it('answers for whom the matter concerns alone, and tells nobody else whether it is there', async () => {
    const asker = here({ matterScopes: [scope], matter, admitted: [personId(1)] });
    const { data, codes, extensions } = await bureau.askEntities(type, records(ELSEWHERE, 1, 999), 'id', asker);
    expect([data._entities, codes]).toEqual([
      [{ id: records(ELSEWHERE)[0]?.id }, null, null],
      ['OUTSIDE_MATTER', 'OUTSIDE_MATTER'],
    ]);
    expect(extensions.disclosed.flatMap(({ persons }) => persons)).not.toContain(personId(1));
  });
});
