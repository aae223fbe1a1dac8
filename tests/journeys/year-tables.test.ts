import { beforeAll, describe, expect, it } from 'vitest';
import { ask, operation } from '../kit/hub-client.ts';
import { analyst } from './askers.ts';
import { acceptedRows, knownExtracts } from './truth/accepted-rows.ts';
import { countBy, expectPeople, expectShare, type Figures, measured } from './truth/figures.ts';
import { bandOn, today } from './truth/masks.ts';
import { areaOf, everybody, mediations, theWorld } from './truth/world.ts';

const FROM = '2026-01-01T00:00:00+08:00';
const TO = '2026-07-01T00:00:00+08:00';
const DISPUTE_KINDS: Readonly<Record<string, string>> = {
  'marriage-family': '01',
  neighbour: '02',
  'property-management': '03',
  labour: '04',
  lending: '05',
  traffic: '06',
  contract: '07',
  tort: '08',
  land: '11',
  consumer: '16',
};
const SCHEMES: Readonly<Record<string, string>> = {
  '110': 'EMPLOYEE_PENSION',
  '170': 'RESIDENT_PENSION',
  '210': 'UNEMPLOYMENT',
  '410': 'WORK_INJURY',
};
const ASSISTANCE: Readonly<Record<string, string>> = {
  '1': 'SUBSISTENCE_ALLOWANCE',
  '2': 'EXTREME_HARDSHIP',
  '3': 'MARGINAL_LOW_INCOME',
  '4': 'TEMPORARY',
};

type Table = 'population' | 'incidents' | 'mediations' | 'assistance' | 'insurance' | 'medical';
let tables: Record<Table, Figures & { asOf?: string }>;

beforeAll(async () => {
  const answer = await ask(analyst, operation('year-tables'), { from: FROM, to: TO });
  if (answer.errors.length > 0) throw new Error(answer.text);
  tables = answer.data;
});

const sum = (counts: Iterable<number | null>): number =>
  [...counts].reduce((total: number, one) => total + (one ?? 0), 0);

describe('the yearbook’s tables', () => {
  it('count the living by town, age band and sex as the world has them, what would tell of one to four withheld', async () => {
    const taken = new Set((await acceptedRows('public-security', 'people')).map((row) => row.公民身份号码));
    const living = [...everybody()].filter(({ status, idNumber }) => status === 'ALIVE' && taken.has(idNumber));
    const counts = countBy(living, ({ ref, birthDate, sex }) => [
      areaOf(ref).slice(0, 9),
      bandOn(birthDate, today()),
      sex === '1' ? 'MALE' : 'FEMALE',
    ]);
    expectPeople(tables.population, 'people', counts, 0.75);
    expect([...counts.values()].some((count) => count < 5)).toBe(true);
    expect(tables.population.asOf).toMatch(/^2026-1[01]-/);
    for (const { group } of tables.population.rows) {
      for (const { label } of group) expect(label).toMatch(/^[\p{Script=Han}\d+岁-]+$/u);
    }
  });

  it('count incidents by kind and month', async () => {
    const rows = (await acceptedRows('public-security', 'incidents')).filter(({ 接警时间: at = '' }) => {
      return at >= '20260101' && at < '20260701';
    });
    const counts = countBy(rows, ({ 警情类别: kind = '', 接警时间: at = '' }) => [
      kind,
      `${at.slice(0, 4)}-${at.slice(4, 6)}`,
    ]);
    const told = measured(tables.incidents, tables.incidents.rows[0]?.measures[0]?.measure ?? '');
    expect(told).toEqual(counts);
  });

  it('count mediations by organization and kind, with what became of them', async () => {
    const world = theWorld();
    const taken = new Set((await acceptedRows('justice', 'mediations')).map((row) => row.调解编号));
    const within = mediations().filter(
      ({ number, acceptedAt }) => taken.has(number) && acceptedAt >= '2026-01-01' && acceptedAt < '2026-07-01',
    );
    const table: Figures = {
      rows: tables.mediations.rows.map(({ group: [organization, kind], measures }) => ({
        group: [{ key: organization?.label, label: '' }, kind as { label: string }],
        measures,
      })),
    };
    const keyOf = ({ organization, kind }: (typeof within)[number]) => [
      world.mediationOrganizations[organization]?.name ?? '',
      DISPUTE_KINDS[kind] ?? '',
    ];
    const accepted = countBy(within, keyOf);
    const concluded = within.filter(({ status }) => ['AGREED', 'FAILED', 'WITHDRAWN'].includes(status));
    const agreements = within.filter(({ agreement }) => agreement);
    const written = agreements.filter(({ agreement }) => agreement?.form === 'WRITTEN');
    const confirmed = written.filter(({ agreement }) => agreement?.confirmation?.status === 'CONFIRMED');
    const performed = agreements.filter(({ agreement }) => agreement?.performed);
    const performanceKnown = agreements.filter(({ agreement }) => agreement?.performed != null);
    expect(measured(table, 'mediations')).toEqual(accepted);
    expectShare(table, 'concluded', countBy(concluded, keyOf), accepted);
    const agreed = concluded.filter(({ status }) => status === 'AGREED');
    expectShare(table, 'agreed', countBy(agreed, keyOf), countBy(concluded, keyOf));
    expectShare(table, 'writtenAgreements', countBy(written, keyOf), countBy(agreements, keyOf));
    expectShare(table, 'judiciallyConfirmed', countBy(confirmed, keyOf), countBy(written, keyOf));
    expectShare(table, 'performed', countBy(performed, keyOf), countBy(performanceKnown, keyOf));
  });

  it('count assisted families and who benefits, by town and kind', async () => {
    const families = await acceptedRows('civil-affairs', 'social-assistance');
    const keyOf = ({
      家庭居住地区划: area = '',
      救助类别: kind = '',
    }: Readonly<Record<string, string | undefined>>) => [area.slice(0, 9), ASSISTANCE[kind] ?? ''];
    // So few families are assisted in a small district that hardly a town’s may be told.
    expectPeople(tables.assistance, 'families', countBy(families, keyOf), 0.05);
    const byNumber = new Map(families.map((row) => [row.救助证号, row]));
    const members = (await acceptedRows('civil-affairs', 'assistance-beneficiaries')).flatMap((row) => {
      const family = byNumber.get(row.救助证号);
      return family ? [family] : [];
    });
    const counts = countBy(members, keyOf);
    for (const family of families) {
      const key = keyOf(family).join('|');
      if (!counts.has(key)) counts.set(key, 0);
    }
    expectPeople(tables.assistance, 'beneficiaries', counts, 0.05);
  });

  it('count enrolments by scheme, and cover by scheme and status', async () => {
    const enrolments = countBy(await acceptedRows('social-insurance', 'enrolments'), ({ AAE140 = '' }) => [
      SCHEMES[AAE140] ?? '',
    ]);
    const people = countBy(
      new Set((await acceptedRows('social-insurance', 'enrolments')).map((row) => `${row.AAE140} ${row.AAC002}`)),
      (row) => [SCHEMES[row.slice(0, 3)] ?? ''],
    );
    const { measure = '' } = tables.insurance.rows[0]?.measures[0] ?? {};
    const byScheme = new Map<string, number>();
    for (const [key, count] of measured(tables.insurance, measure)) {
      const [scheme = ''] = key.split('|');
      byScheme.set(scheme, (byScheme.get(scheme) ?? 0) + (count ?? 0));
    }
    for (const [scheme, count] of byScheme) {
      expect(count).toBeLessThanOrEqual(enrolments.get(scheme) ?? 0);
      expect(count).toBeGreaterThanOrEqual((people.get(scheme) ?? 0) * 0.99);
    }
    const cover = await acceptedRows('medical-insurance', 'enrolments');
    const medical = tables.medical.rows[0]?.measures[0]?.measure ?? '';
    expect(sum(measured(tables.medical, medical).values())).toBeLessThanOrEqual(cover.length);
    expect(sum(measured(tables.medical, medical).values())).toBeGreaterThanOrEqual(
      new Set(cover.map(({ certno }) => certno)).size * 0.99,
    );
  });

  it('come from extracts that carried every kind of dirt, so that the figures had something to withstand', async () => {
    const kinds = new Set<string>();
    for (const department of ['public-security', 'justice', 'civil-affairs']) {
      for (const { rows } of await knownExtracts(department))
        for (const { dirt } of rows) for (const { kind } of dirt) kinds.add(kind);
    }
    expect([...kinds]).toEqual(expect.arrayContaining(['duplicate-row', 'unknown-code', 'retired-area-code']));
  });
});
