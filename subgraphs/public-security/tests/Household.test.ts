import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Bureau,
  dwellingId,
  entities,
  HERE,
  householdId,
  households,
  hundred,
  openBureau,
  personId,
  THERE,
  viewer,
} from './bureau.ts';

const READ = 'public-security.person:read';
const ROUND = 'governance-center.visit:write';
const RECORD = 'id basis size head { id } dwelling { id } area { code } source { department }';
const MEMBERS = 'members { person { id } relationToHead since }';
const ELSEWHERE = 101;
const LEFT = 102;
const REGISTERED = 103;

let bureau: Bureau;

beforeAll(async () => {
  bureau = await openBureau();
  await bureau.insert('household', [
    ...hundred.map((number) => ({ head_person_id: personId(number), dwelling_id: dwellingId(number) })),
    { area_code: THERE, head_person_id: personId(ELSEWHERE) },
    {},
    { basis: 'REGISTERED', head_person_id: personId(1) },
  ]);
  await bureau.insert('household_membership', [
    ...hundred.map((number) => ({ household_id: householdId(number), person_id: personId(number) })),
    {
      household_id: householdId(1),
      person_id: personId(201),
      relation: 'SON',
      relation_code: '20',
      from_date: '2010-05-01',
    },
    {
      household_id: householdId(1),
      person_id: personId(202),
      relation: 'SPOUSE',
      relation_code: '12',
      to_date: '2005-01-01',
    },
    {
      household_id: householdId(1),
      person_id: personId(203),
      relation: 'OTHER_RELATIVE',
      relation_code: '97',
      from_date: '2999-01-01',
    },
    { household_id: householdId(ELSEWHERE), person_id: personId(ELSEWHERE) },
    { household_id: householdId(LEFT), person_id: personId(1), to_date: '2001-01-01' },
    { household_id: householdId(REGISTERED), person_id: personId(1), basis: 'REGISTERED' },
  ]);
  await bureau.ask(entities('Household', 'source { department }'), viewer({ scopes: [READ] }), { of: households(1) });
});
afterAll(() => bureau?.close());

describe('Household', () => {
  it('reads the record and the size of a hundred in one statement', async () => {
    const { data, statements, extensions } = await bureau.ask(
      entities('Household', RECORD),
      viewer({ scopes: [READ] }),
      {
        of: households(...hundred),
      },
    );
    expect(statements).toHaveLength(1);
    expect(data._entities[0]).toEqual({
      id: householdId(1),
      basis: 'RESIDENT',
      size: 2,
      head: { id: personId(1) },
      dwelling: { id: dwellingId(1) },
      area: { code: HERE },
      source: { department: 'public-security' },
    });
    expect(data._entities[99].size).toBe(1);
    expect(extensions.disclosed).toEqual([{ fields: 'Household', persons: hundred.map(personId) }]);
  });

  it('reads the members of a hundred in one statement, the head first', async () => {
    const { data, statements } = await bureau.ask(entities('Household', MEMBERS), viewer({ scopes: [READ] }), {
      of: households(...hundred),
    });
    expect(statements).toHaveLength(1);
    expect(data._entities[0].members).toEqual([
      { person: { id: personId(1) }, relationToHead: 'HEAD', since: '2000-01-01' },
      { person: { id: personId(201) }, relationToHead: 'SON', since: '2010-05-01' },
    ]);
  });

  it('tells who belonged to it on a day, the last day of a stay excluded', async () => {
    const { data } = await bureau.ask(
      entities(
        'Household',
        'before: members(asOf: "2004-12-31") { person { id } } on: members(asOf: "2005-01-01") { person { id } }',
      ),
      viewer({ scopes: [READ] }),
      { of: households(1) },
    );
    expect(data._entities[0]).toEqual({
      before: [{ person: { id: personId(1) } }, { person: { id: personId(202) } }],
      on: [{ person: { id: personId(1) } }],
    });
  });

  it.each([
    RECORD.replace('id ', ''),
    MEMBERS,
  ])('refuses a viewer without the scope, before reading: %s', async (selection) => {
    const { codes, statements } = await bureau.ask(entities('Household', selection), viewer(), { of: households(1) });
    expect(new Set(codes)).toEqual(new Set(['FORBIDDEN']));
    expect(statements).toEqual([]);
  });

  it('shows none outside the areas, without an error', async () => {
    const { data, codes } = await bureau.ask(
      entities('Household', 'size members { since }'),
      viewer({ scopes: [READ] }),
      {
        of: households(ELSEWHERE),
      },
    );
    expect([data._entities, codes]).toEqual([[{ size: null, members: [] }], []]);
  });

  it('shows the household of a party who lives elsewhere, its members for a matter’s household alone', async () => {
    const admitted = viewer({ scopes: [READ], admitted: [householdId(ELSEWHERE)] });
    const party = await bureau.ask(entities('Household', 'size members { since }'), admitted, {
      of: households(ELSEWHERE),
    });
    expect(party.data._entities).toEqual([{ size: 1, members: [{ since: '2000-01-01' }] }]);
    expect(party.extensions.admitted).toEqual([]);
    const matter = { caseNumber: null, persons: [], households: [householdId(ELSEWHERE)] };
    const subject = await bureau.ask(entities('Household', MEMBERS), viewer({ scopes: [READ], matter }), {
      of: households(ELSEWHERE),
    });
    expect(subject.extensions.admitted).toEqual([personId(ELSEWHERE)]);
  });
});

describe('householdsOf', () => {
  const PAGE = `query ($areaCode: String!, $first: Int, $after: String) {
    householdsOf(areaCode: $areaCode, first: $first, after: $after) {
      nodes { id } pageInfo { hasNextPage endCursor } } }`;
  const COUNT = `query ($areaCode: String!) { householdsOf(areaCode: $areaCode, first: 1) { totalCount nodes { id size } } }`;
  const worker = viewer({ scopes: [ROUND, READ] });

  it('walks all households lived in of one community, page by page, each page one statement', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const answer: Awaited<ReturnType<typeof bureau.ask>> = await bureau.ask(PAGE, worker, {
        areaCode: HERE,
        first: 40,
        after,
      });
      expect(answer.statements).toHaveLength(1);
      const { nodes, pageInfo } = answer.data.householdsOf;
      seen.push(...nodes.map(({ id }: { id: string }) => id));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual(hundred.map(householdId));
  });

  it('counts the same households as it lists, neither those left nor those of the hukou', async () => {
    const { data } = await bureau.ask(COUNT, worker, { areaCode: HERE });
    expect(data.householdsOf).toEqual({ totalCount: 100, nodes: [{ id: householdId(1), size: 2 }] });
  });

  it.each([
    ['another community', THERE],
    ['a whole town', HERE.slice(0, 9)],
    ['a pattern', `${HERE.slice(0, 11)}%`],
  ])('is empty for %s', async (_, areaCode) => {
    const { data } = await bureau.ask(COUNT, worker, { areaCode });
    expect(data.householdsOf).toEqual({ totalCount: 0, nodes: [] });
  });

  it('refuses a viewer without the scope, before reading', async () => {
    const { data, codes, statements } = await bureau.ask(PAGE, viewer({ scopes: [READ] }), { areaCode: HERE });
    expect([data.householdsOf, codes, statements]).toEqual([null, ['FORBIDDEN'], []]);
  });

  it('refuses a cursor of another community', async () => {
    const wide = viewer({ scopes: [ROUND], areas: ['330803'] });
    const first = await bureau.ask(PAGE, wide, { areaCode: HERE, first: 1 });
    const { codes } = await bureau.ask(PAGE, wide, {
      areaCode: THERE,
      after: first.data.householdsOf.pageInfo.endCursor,
    });
    expect(codes).toEqual(['INVALID_CURSOR']);
  });
});
