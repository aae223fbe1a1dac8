import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectToldOrWithheld } from '../../../tests/kit/told-figures.ts';
import { type Bureau, HERE, hundred, openBureau, THERE, viewer } from './bureau.ts';

const PEOPLE = 'public-security.person:statistics';
const INCIDENTS = 'public-security.incident:statistics';

let bureau: Bureau;

beforeAll(async () => {
  bureau = await openBureau();
  await bureau.insert('person', [
    ...hundred.map((number) => ({
      sex: number <= 60 ? 'MALE' : 'FEMALE',
      registration: number <= 97 ? 'REGISTERED' : 'FLOATING',
    })),
    ...hundred.slice(0, 7).map(() => ({ area_code: THERE })),
    { status: 'DECEASED' },
  ]);
  await bureau.insert('incident', [
    { arrived_at: '2026-05-01T10:06:00+08:00', outcome: 'RESOLVED_ON_SITE' },
    { arrived_at: '2026-05-01T10:10:00+08:00', outcome: 'MEDIATED', kind: '07' },
    { reported_at: '2026-04-30T23:59:59+08:00', outcome: 'IN_PROGRESS' },
    { reported_at: '2026-05-31T23:30:00+08:00', outcome: 'RESOLVED_ON_SITE' },
    { reported_at: '2026-06-01T00:00:00+08:00' },
    { area_code: THERE },
  ]);
});
afterAll(() => bureau?.close());

const TABLE =
  'asOf rows { group { dimension key label } measures { measure numerator denominator value suppressed unit } }';
type Row = { group: { key: string; label: string }[]; measures: Record<string, unknown>[] };
const table = (rows: readonly Row[]) =>
  rows.map(({ group, measures }) => [...group.map(({ key }) => key), ...measures.map(({ numerator }) => numerator)]);

describe('populationStatistics', () => {
  const ask = (args: string, asker = viewer({ scopes: [PEOPLE] })) =>
    bureau.ask(`{ populationStatistics(${args}) { ${TABLE} } }`, asker);

  it('counts the living within the viewer’s areas, and withholds one to four and what would tell of them', async () => {
    const { data } = await ask('groupBy: [SEX, REGISTRATION]');
    const counts = new Map([
      ['FEMALE|FLOATING', 3],
      ['FEMALE|REGISTERED', 37],
      ['MALE|REGISTERED', 60],
    ]);
    const rows = data.populationStatistics.rows;
    expectToldOrWithheld(rows, counts);
    expect(rows[0].measures[0]).toMatchObject({ numerator: null, value: null, suppressed: true });
    const { data: bySex } = await ask('groupBy: [SEX]');
    expect(table(bySex.populationStatistics.rows)).toEqual([
      ['FEMALE', 40],
      ['MALE', 60],
    ]);
    // All women less the registered ones would be the three.
    expect(rows[1]).toMatchObject({
      group: [{ key: 'FEMALE' }, { key: 'REGISTERED' }],
      measures: [{ suppressed: true }],
    });
  });

  it('groups by town, village and published age band', async () => {
    const { data } = await ask('groupBy: [TOWN, AREA, AGE_BAND]', viewer({ scopes: [PEOPLE], areas: ['330803'] }));
    expect(table(data.populationStatistics.rows)).toEqual([
      [HERE.slice(0, 9), HERE, '65-69', 100],
      [THERE.slice(0, 9), THERE, '65-69', 7],
    ]);
    expect(data.populationStatistics.rows[0].group[0].label).toBe('樟潭街道');
  });

  it('counts whom the filter means', async () => {
    const { data } = await ask(
      `groupBy: [], filter: { areaCode: "${HERE.slice(0, 9)}", sex: MALE }`,
      viewer({ scopes: [PEOPLE], areas: ['330803'] }),
    );
    expect(table(data.populationStatistics.rows)).toEqual([[60]]);
  });

  it('refuses a viewer without the scope, before reading', async () => {
    const { data, codes, statements } = await ask(
      'groupBy: [SEX]',
      viewer({ scopes: ['public-security.person:read'] }),
    );
    expect([data.populationStatistics, codes, statements]).toEqual([null, ['FORBIDDEN'], []]);
  });
});

describe('incidentStatistics', () => {
  const ask = (args: string, asker = viewer({ scopes: [INCIDENTS] })) =>
    bureau.ask(`{ incidentStatistics(${args}) { ${TABLE} } }`, asker);

  it('counts by month in China’s time', async () => {
    const { data } = await ask('groupBy: [MONTH]');
    expect(table(data.incidentStatistics.rows).map(([month, incidents]) => [month, incidents])).toEqual([
      ['2026-04', 1],
      ['2026-05', 3],
      ['2026-06', 1],
    ]);
  });

  it('tells the share settled on the spot and the median way, from the incidents of [from, to)', async () => {
    const { data } = await ask(
      'groupBy: [], filter: { from: "2026-05-01T00:00:00+08:00", to: "2026-06-01T00:00:00+08:00" }',
    );
    expect(data.incidentStatistics.rows[0].measures).toEqual([
      { measure: 'incidents', numerator: 3, denominator: null, value: 3, suppressed: false, unit: 'incidents' },
      { measure: 'resolvedOnSite', numerator: 2, denominator: 3, value: 0.666667, suppressed: false, unit: 'share' },
      { measure: 'minutesToArrival', numerator: null, denominator: 2, value: 8, suppressed: false, unit: 'minutes' },
    ]);
  });

  it('groups by kind, outcome and place', async () => {
    const { data } = await ask('groupBy: [KIND, OUTCOME, AREA, TOWN], filter: { kind: "07" }');
    expect(data.incidentStatistics.rows.map(({ group }: Row) => group.map(({ label }) => label))).toEqual([
      ['群众求助', '调解', '临江社区居委会', '樟潭街道'],
    ]);
  });

  it('refuses a viewer without the scope, before reading', async () => {
    const { data, codes, statements } = await ask('groupBy: [KIND]', viewer({ scopes: [PEOPLE] }));
    expect([data.incidentStatistics, codes, statements]).toEqual([null, ['FORBIDDEN'], []]);
  });
});
