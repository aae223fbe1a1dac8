import { beforeAll, describe, expect, it } from 'vitest';
import type { Family } from '../../schema/synthetic/world.ts';
import { type Asker, ask } from '../kit/hub-client.ts';
import { caseWhere, finder, knownWorld, personId } from './known-subjects.ts';

const world = knownWorld();
const everywhere = '330803';

/** A village with cases and people, and another one far from it. */
const here = world.villages.find(({ familyCount }) => familyCount > 20) as (typeof world.villages)[number];
const there = world.villages.find(
  ({ familyCount, townCode }) => familyCount > 20 && townCode !== here.townCode,
) as typeof here;

const docket = (area: string): Asker => ({ ...finder, area });
const gridWorker = (area: string): Asker => ({ persona: 'grid-worker', purpose: 'grid-visit', area });
const analyst = (area: string): Asker => ({ persona: 'analyst', purpose: 'statistics', area });

/** Somebody who lives in a village, in the household registered there. */
function residentOf({ firstFamily, familyCount }: typeof here): { family: number; person: number } {
  for (let index = firstFamily; index < firstFamily + familyCount; index++) {
    const family: Family = world.family(index);
    const [household] = family.residentHouseholds;
    const head = household?.current ? household.head : null;
    if (head !== null && head !== undefined && family.people[head]?.status === 'ALIVE')
      return { family: index, person: head };
  }
  throw new Error('Expected somebody to live in the village.');
}

let neighbour: string;
let stranger: string;
let household: string;
beforeAll(async () => {
  neighbour = await personId(world, residentOf(here));
  stranger = await personId(world, residentOf(there));
  const { data } = await ask(
    docket(everywhere),
    'query ($id: ID!) { person(id: $id) { area { code } household { id } } }',
    { id: stranger },
  );
  if (data.person.area.code !== there.code) throw new Error('Expected the stranger to live in the other village.');
  household = data.person.household.id;
});

describe('outside the areas of a viewer there is', () => {
  it('no person: null without an error, whoever asks', async () => {
    for (const asker of [docket(here.code), gridWorker(here.code)]) {
      const { data, errors } = await ask(
        asker,
        `query ($in: ID!, $out: ID!) { in: person(id: $in) { id maskedName }
        out: person(id: $out) { id maskedName ageBand area { code } household { id } householdHistory { from } source { asOf } } }`,
        { in: neighbour, out: stranger },
      );
      expect([data.out, errors]).toEqual([null, []]);
      expect(data.in.maskedName).toMatch(/\*/);
    }
  });

  it('nobody to be found by the number or the particulars', async () => {
    const { family, person } = residentOf(there);
    const known = world.family(family).people[person];
    const asker = { persona: 'case-handler', purpose: 'intake', user: 'rows', area: here.code };
    const { data, errors } = await ask(
      asker,
      `query ($n: String!, $name: String!, $born: Date!, $area: String!) {
      personByIdNumber(idNumber: $n) { id } findPerson(name: $name, birthDate: $born, areaCode: $area) { id } }`,
      {
        n: known?.idNumber,
        name: known?.name,
        born: known?.birthDate,
        area: there.code,
      },
    );
    expect([data, errors]).toEqual([{ personByIdNumber: null, findPerson: null }, []]);
  });

  it('no household', async () => {
    const { data, errors } = await ask(
      gridWorker(here.code),
      'query ($id: ID!) { household(id: $id) { id basis size members { since } grid { code } } }',
      { id: household },
    );
    expect([data, errors]).toEqual([{ household: null }, []]);
  });

  it('no case, in no list and in no count', async () => {
    const far = await caseWhere(world, ({ areaCode }) => !areaCode.startsWith(here.code));
    const { data, errors } = await ask(
      docket(here.code),
      `query ($n: ID!) { case(number: $n) { number status parties { role } }
      cases(first: 100) { totalCount nodes { number area { code } } } }`,
      { n: far.number },
    );
    expect([data.case, errors]).toEqual([null, []]);
    expect(
      data.cases.nodes
        .map(({ area }: { area: { code: string } }) => area.code)
        .filter((code: string) => code !== here.code),
    ).toEqual([]);
    const mine = Array.from({ length: world.matters }, (_, index) => world.matter(index)).filter(
      ({ areaCode }) => areaCode === here.code,
    );
    expect(data.cases.totalCount).toBeLessThanOrEqual(mine.length);
  });

  it('no report of a grid and no roster', async () => {
    const grids = await ask(
      gridWorker(everywhere),
      'query ($c: String!) { area(code: $c) { grids(first: 50) { nodes { id reports { totalCount } } } } }',
      { c: there.code },
    );
    const nodes: { id: string; reports: { totalCount: number } }[] = grids.data.area.grids.nodes;
    const busy = nodes.find(({ reports }) => reports.totalCount > 0) ?? nodes[0];
    const { data, errors } = await ask(
      gridWorker(here.code),
      `query ($g: ID!, $c: String!) {
      grid(id: $g) { code reports { totalCount nodes { id } } }
      roster(areaCode: $c) { totalCount nodes { kind } } householdsOf(areaCode: $c) { totalCount nodes { id } } }`,
      { g: busy?.id, c: there.code },
    );
    const empty = { totalCount: 0, nodes: [] };
    expect(errors).toEqual([]);
    expect([data.grid.reports, data.roster, data.householdsOf]).toEqual([empty, empty, empty]);
  });
});

describe('a party who lives elsewhere', () => {
  it('is visible, masked, through the case and stays shut otherwise', async () => {
    const known = await caseWhere(world, ({ parties, areaCode }) =>
      parties.some(({ person }) => {
        if (!person) return false;
        const family = world.family(person.family);
        const village = world.villages[family.village];
        return (
          village !== undefined &&
          !areaCode.startsWith(village.townCode) &&
          family.people[person.person]?.status === 'ALIVE'
        );
      }),
    );
    const far = known.parties.find(
      ({ person }) =>
        person && person.area?.code !== undefined && !known.area.code.startsWith(person.area.code.slice(0, 9)),
    );
    if (!far?.person) throw new Error('Expected a party who lives in another town.');
    const asker = docket(known.area.code);
    const alone = await ask(asker, 'query ($id: ID!) { person(id: $id) { id } }', { id: far.person.id });
    expect([alone.data, alone.errors]).toEqual([{ person: null }, []]);
    const { data, errors } = await ask(
      asker,
      'query ($n: ID!) { case(number: $n) { parties { person { id maskedName identity { name } } } } }',
      { n: known.number },
    );
    const party = data.case.parties.find(
      ({ person }: { person: { id: string } | null }) => person?.id === far.person?.id,
    );
    expect(party.person.maskedName).toMatch(/^.{1,2}\*+$/);
    expect(party.person.identity).toBeNull();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });
});

it('no mediation or case of another area is reached through the parties of those of the viewer’s own', async () => {
  for (const { townCode } of world.villages.filter(({ urban }) => urban).slice(0, 12)) {
    const { data, errors } = await ask(
      docket(townCode),
      `{ cases(first: 20) { nodes { area { code }
        parties { person { openCases { area { code } } openMediations { area { code } } } } } } }`,
    );
    expect(errors).toEqual([]);
    const beside = await ask(
      docket(townCode),
      '{ cases(first: 20) { nodes { area { code } mediations { area { code } } related { area { code } } } } }',
    );
    expect(beside.errors).toEqual([]);
    // The areas of people are not asked for: a party may live elsewhere.
    const codes = [...JSON.stringify([data, beside.data]).matchAll(/"code":"(\d+)"/g)].map(([, code]) => code ?? '');
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.filter((code) => !code.startsWith(townCode))).toEqual([]);
  }
});

const STATISTICS = `query ($a: String, $from: DateTime!, $to: DateTime!, $period: PeriodInput!) {
  population: populationStatistics(filter: { areaCode: $a }, groupBy: [AREA]) { rows { group { key } } }
  incidents: incidentStatistics(filter: { areaCode: $a }, groupBy: [AREA]) { rows { group { key } } }
  mediations: mediationStatistics(filter: { areaCode: $a }, groupBy: [AREA]) { rows { group { key } } }
  assistance: assistanceStatistics(filter: { areaCode: $a }, groupBy: [AREA]) { rows { group { key } } }
  insurance: insuranceStatistics(filter: { areaCode: $a }, groupBy: [AREA]) { rows { group { key } } }
  medical: medicalInsuranceStatistics(filter: { areaCode: $a }, groupBy: [AREA]) { rows { group { key } } }
  cases: caseStatistics(filter: { areaCode: $a }, groupBy: [AREA]) { rows { group { key } } }
  dispatches: dispatchStatistics(from: $from, to: $to, groupBy: [AREA]) { rows { group { key } } }
  total: visitStatistics(from: $from, to: $to, areaCode: $a) { rows { measures { numerator } } }
  assessment: organizationAssessment(period: $period, areaCode: $a) { rows { group { key } } }
  open: openAtDayEnd(date: "2026-10-30", areaCode: $a) }`;
const range = {
  from: '2026-01-01T00:00:00+08:00',
  to: '2026-11-01T00:00:00+08:00',
  period: { from: '2026-01-01', to: '2026-11-01' },
};
type Table = { rows: { group: { key: string }[] }[] };

describe('figures', () => {
  it('count what lies within the areas of the viewer alone', async () => {
    const { data, errors } = await ask<Record<string, Table>>(analyst(here.code), STATISTICS, { ...range, a: null });
    expect(errors).toEqual([]);
    const { total, assessment, open, ...byArea } = data;
    expect([total, assessment, open]).not.toContain(undefined);
    const areas = new Set(
      Object.values(byArea).flatMap(({ rows }) => rows.flatMap(({ group }) => group.map(({ key }) => key))),
    );
    expect([...areas]).toEqual([here.code]);
  });

  it.each([
    there.code,
    there.townCode,
    '%',
    '_',
    `${here.code.slice(0, -1)}_`,
    '33080%',
    '\\',
    "' OR '1'='1",
    '３３０８０３',
  ])('of %j are empty for a viewer of another area, and no pattern', async (a) => {
    const { data, errors } = await ask(analyst(here.code), STATISTICS, { ...range, a });
    expect(errors).toEqual([]);
    const { dispatches, total, open, ...filtered } = data;
    expect(dispatches).not.toBeNull();
    expect(Object.values(filtered as Record<string, Table>).map(({ rows }) => rows.length)).toEqual(
      Object.keys(filtered).map(() => 0),
    );
    expect(open).toBe(0);
    expect(
      total.rows
        .flatMap(({ measures }: { measures: { numerator: number }[] }) =>
          measures.map(({ numerator }) => numerator ?? 0),
        )
        .every((count: number) => count === 0),
    ).toBe(true);
  });

  it.each(['', '3308', '33', '330803'])('of %j, a wider place, stay within the areas of the viewer', async (a) => {
    const narrow = await ask(analyst(here.code), STATISTICS, { ...range, a });
    const own = await ask(analyst(here.code), STATISTICS, { ...range, a: here.code });
    expect(narrow.errors).toEqual([]);
    expect(narrow.data).toEqual(own.data);
  });
});

describe('an area that is asked for', () => {
  const LISTS = 'query ($a: String!) { cases(filter: { areaCode: $a }) { totalCount } }';
  const ROUNDS =
    'query ($a: String!) { roster(areaCode: $a) { totalCount } householdsOf(areaCode: $a) { totalCount } }';

  it.each([
    '%',
    '_',
    `${here.code.slice(0, -1)}_`,
    '330803%',
    there.code,
    there.townCode,
    '\\%',
  ])('as %j finds nothing beyond the boundary', async (a) => {
    expect((await ask(docket(here.code), LISTS, { a })).data).toEqual({ cases: { totalCount: 0 } });
    expect((await ask(gridWorker(here.code), ROUNDS, { a })).data).toEqual({
      roster: { totalCount: 0 },
      householdsOf: { totalCount: 0 },
    });
  });

  it.each(['', '3308', '330803'])('as %j finds what the viewer’s own area holds', async (a) => {
    const own = await ask(docket(here.code), LISTS, { a: here.code });
    expect((await ask(docket(here.code), LISTS, { a })).data).toEqual(own.data);
  });
});

describe('a cursor', () => {
  const PAGE =
    'query ($after: String, $filter: CaseFilter) { cases(first: 2, after: $after, filter: $filter) { nodes { number } pageInfo { endCursor } } }';
  let cursor: string;
  beforeAll(async () => {
    cursor = (await ask(finder, PAGE)).data.cases.pageInfo.endCursor;
  });

  it('continues the list that gave it, for the viewer it was given to', async () => {
    expect((await ask(finder, PAGE, { after: cursor })).errors).toEqual([]);
  });

  it.each<[string, Partial<Asker>]>([
    ['user', { user: 'another' }],
    ['purpose', { purpose: 'supervision' }],
    ['area', { area: here.code }],
    ['organization', { organization: 'CENTER' }],
    ['kind of user', { persona: 'case-handler' }],
  ])('of another %s is refused', async (_, change) => {
    const { data, errors } = await ask({ ...finder, ...change }, PAGE, { after: cursor });
    expect([data.cases, errors.map(({ extensions }) => extensions.code)]).toEqual([null, ['INVALID_CURSOR']]);
  });

  it('of another filter or list is refused', async () => {
    for (const filter of [{ overdue: true }, { areaCode: here.code }, { status: ['CLOSED'] }]) {
      expect((await ask(finder, PAGE, { after: cursor, filter })).errors[0]?.extensions.code).toBe('INVALID_CURSOR');
    }
    const grids = await ask(
      finder,
      'query ($after: String) { area(code: "330803") { grids(after: $after) { totalCount } } }',
      { after: cursor },
    );
    expect(grids.errors[0]?.extensions.code).toBe('INVALID_CURSOR');
  });

  it('that was altered, cut or lengthened by a single character is refused', async () => {
    const characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const altered = (index: number) => {
      const next = characters[(characters.indexOf(cursor.charAt(index)) + 1) % 64];
      return cursor.slice(0, index) + next + cursor.slice(index + 1);
    };
    const wrong = [
      ...[0, 1, 15, 16, 20, 37, 38, 45, cursor.length - 2, cursor.length - 1].map(altered),
      ...[1, 2, 3, 4, 5, 12, 30].map((length) => cursor.slice(0, -length)),
      ...[
        cursor.slice(0, 16),
        cursor.slice(0, 38),
        cursor.slice(1),
        `${cursor}A`,
        `${cursor}=`,
        `${cursor}!`,
        ` ${cursor}`,
      ],
      ...[cursor + cursor, 'null', '0', ' ', '[]', Buffer.from('["2026-01-01","x"]').toString('base64url')],
    ];
    for (const after of wrong) {
      const { data, errors, text } = await ask(finder, PAGE, { after });
      expect([data.cases, errors[0]?.extensions.code], after).toEqual([null, 'INVALID_CURSOR']);
      if (after.length > 8) expect(text).not.toContain(after);
    }
  });
});
