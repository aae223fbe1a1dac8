import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportedRegister } from '../../../tests/kit/imported-register.ts';
import { viewer } from '../../../tests/kit/viewer.ts';
import { openCenter, SCOPES } from './center.ts';

let center: ImportedRegister;
beforeAll(async () => {
  center = await openCenter();
});
afterAll(() => center.close());

const officer = viewer({ scopes: SCOPES });
const PAGE = `query ($filter: CaseFilter, $first: Int, $after: String) {
  cases(filter: $filter, first: $first, after: $after) { totalCount pageInfo { hasNextPage hasPreviousPage endCursor }
    nodes { number acceptedAt } } }`;

describe('Query.caseStatistics', () => {
  const STATISTICS = `query ($filter: CaseFilter, $groupBy: [CaseDimension!]!) { caseStatistics(filter: $filter, groupBy: $groupBy) {
    asOf rows { group { dimension key label } measures { measure definition numerator denominator value unit suppressed } } } }`;
  type Row = { group: { key: string }[]; measures: { measure: string; numerator: number; value: number }[] };
  const rowsOf = async (asker: typeof officer, groupBy: string[], filter = {}): Promise<Row[]> => {
    const { data, errors } = await center.ask(STATISTICS, asker, { filter, groupBy });
    expect(errors).toBeUndefined();
    return data.caseStatistics.rows;
  };
  const figure = (row: Row, name: string) => row.measures.find(({ measure }) => measure === name)?.numerator;
  const total = async (asker: typeof officer, filter: object): Promise<number> =>
    (await center.ask(PAGE, asker, { filter })).data.cases.totalCount;

  it.each([
    ['CHANNEL', 'channel'],
    ['SERVICE', 'service'],
    ['CATEGORY', 'category'],
    ['LEVEL', 'level'],
    ['HOLDER', 'holderId'],
    ['TOWN', 'areaCode'],
    ['AREA', 'areaCode'],
  ])('counts by %s what the list with the same filter shows', async (dimension, field) => {
    const range = { acceptedFrom: '2026-03-01T00:00:00+08:00', acceptedTo: '2026-07-01T00:00:00+08:00' };
    const rows = await rowsOf(officer, [dimension], range);
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows.slice(0, 12)) {
      const filter = { ...range, [field]: row.group[0]?.key };
      expect(await total(officer, filter)).toBe(figure(row, 'accepted'));
      expect(await total(officer, { ...filter, overdue: true })).toBe(figure(row, 'overdue'));
    }
  });

  it('groups by status, day and month in China’s time', async () => {
    const all = await total(officer, {});
    for (const groupBy of [['STATUS'], ['MONTH'], ['DAY'], ['SCALE', 'STATUS']]) {
      const rows = await rowsOf(officer, groupBy);
      expect(rows.reduce((sum, row) => sum + (figure(row, 'accepted') ?? 0), 0)).toBe(all);
    }
    const { data } = await center.ask(STATISTICS, officer, { groupBy: [] });
    expect(data.caseStatistics.asOf.slice(0, 10)).toBe(center.world.asOf);
    const [month] = await rowsOf(officer, ['MONTH']);
    expect(month?.group[0]?.key).toMatch(/^20\d\d-\d\d$/);
  });

  it('counts within the viewer’s areas only', async () => {
    const { areaCode } = center.world.matter(0);
    const clerk = viewer({ scopes: SCOPES, areas: [areaCode] });
    const [row] = await rowsOf(clerk, []);
    expect(row && figure(row, 'accepted')).toBe(await total(clerk, {}));
    expect(await total(clerk, {})).toBe(await total(officer, { areaCode }));
  });

  it('counts resolved cases, those settled at the source, and the satisfied, as the matters went', async () => {
    const { rows: kept } = await center.database.pool.query('SELECT number FROM governance_case');
    const numbers = new Set(kept.map(({ number }) => number));
    const matters = Array.from({ length: center.world.matters }, (_, index) => center.world.matter(index)).filter(
      ({ number }) => numbers.has(number),
    );
    const [row] = await rowsOf(officer, []);
    const resolved = matters.filter(({ resolvedAt }) => resolvedAt);
    expect(row && figure(row, 'resolved')).toBe(resolved.length);
    expect(row && figure(row, 'sourceResolutionRate')).toBe(
      resolved.filter(({ resolvedAtLevel }) => resolvedAtLevel === 'GRID' || resolvedAtLevel === 'VILLAGE').length,
    );
    expect(row && figure(row, 'satisfaction')).toBe(matters.filter(({ followUp }) => followUp?.satisfied).length);
  });

  it('is refused without the statistics scope, before reading', async () => {
    const reader = viewer({ scopes: ['governance-center.case:read'] });
    const { codes, statements } = await center.ask(STATISTICS, reader, { groupBy: ['TOWN', 'HOLDER', 'CATEGORY'] });
    expect([codes, statements]).toEqual([['FORBIDDEN'], []]);
  });
});

describe('the other figures', () => {
  const range = { from: '2025-11-01T00:00:00+08:00', to: '2026-11-01T00:00:00+08:00' };

  it('tells how fast instructions were acted on', async () => {
    const query = `query ($from: DateTime!, $to: DateTime!) { dispatchStatistics(from: $from, to: $to, groupBy: [KIND]) {
      rows { group { key } measures { measure numerator denominator value } } } }`;
    const { data, errors } = await center.ask(query, officer, range);
    expect(errors).toBeUndefined();
    const { rows } = await center.database.pool.query(`SELECT count(*)::int AS all, count(*) FILTER (
      WHERE received_at <= issued_at + interval '1 minute')::int AS within FROM dispatch WHERE kind = 'RESPONSE'`);
    const response = data.dispatchStatistics.rows.find(
      (row: { group: { key: string }[] }) => row.group[0]?.key === 'RESPONSE',
    );
    expect(response.measures.find(({ measure }: { measure: string }) => measure === 'receivedWithin1')).toMatchObject({
      numerator: rows[0].within,
      denominator: rows[0].all,
    });
  });

  it('counts different households visited and matters passed on', async () => {
    const query = `query ($from: DateTime!, $to: DateTime!, $area: String) { visitStatistics(from: $from, to: $to, areaCode: $area) {
      rows { measures { measure numerator } } } }`;
    const { data } = await center.ask(query, officer, range);
    const { rows } = await center.database.pool.query(
      'SELECT count(*)::int AS visits, count(DISTINCT household_id)::int AS households FROM household_visit',
    );
    expect(data.visitStatistics.rows[0].measures.slice(0, 2)).toEqual([
      { measure: 'visits', numerator: rows[0].visits },
      { measure: 'households', numerator: rows[0].households },
    ]);
  });

  it('assesses organizations by the cases they hold', async () => {
    const query = `query ($period: PeriodInput!) { organizationAssessment(period: $period) {
      rows { group { key label } measures { measure numerator denominator value } } } }`;
    const { data, errors } = await center.ask(query, officer, { period: { from: '2025-11-01', to: '2026-11-01' } });
    expect(errors).toBeUndefined();
    const { rows } = await center.database.pool.query(
      `SELECT count(DISTINCT case_number)::int AS returned FROM case_event e JOIN governance_case c ON c.number = e.case_number
       WHERE e.kind = 'RETURNED' AND holder_code IS NOT NULL`,
    );
    type Row = { measures: { measure: string; numerator: number }[] };
    const returned = (data.organizationAssessment.rows as Row[]).flatMap(({ measures }) =>
      measures.filter(({ measure }) => measure === 'returned').map(({ numerator }) => numerator),
    );
    expect(returned.reduce((sum, count) => sum + count, 0)).toBe(rows[0].returned);
  });

  it('counts what was open at the end of a day', async () => {
    const { rows } = await center.database.pool.query('SELECT number FROM governance_case');
    const numbers = new Set(rows.map(({ number }) => number));
    const end = '2026-06-11T00:00:00+08:00';
    const open = Array.from({ length: center.world.matters }, (_, index) => center.world.matter(index)).filter(
      ({ number, acceptedAt, resolvedAt, closedAt, events }) =>
        numbers.has(number) &&
        acceptedAt < end &&
        !(resolvedAt && resolvedAt < end) &&
        !(closedAt && closedAt < end) &&
        !events.some(({ kind, at }) => (kind === 'WITHDRAWN' || kind === 'MERGED') && at < end),
    );
    const { data } = await center.ask('{ openAtDayEnd(date: "2026-06-10") }', officer);
    expect(open.length).toBeGreaterThan(0);
    expect(data.openAtDayEnd).toBe(open.length);
  });
});
