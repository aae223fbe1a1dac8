import { beforeAll, describe, expect, it } from 'vitest';
import type { Dispatch, Matter } from '../../schema/synthetic/world.ts';
import { ask, operation } from '../kit/hub-client.ts';
import { docketOf, supervisor } from './askers.ts';
import { acceptedRows } from './truth/accepted-rows.ts';
import { breachesOf } from './truth/case-life.ts';
import { countBy, expectShare, type Figures, measured } from './truth/figures.ts';
import { areaName, matters, theWorld } from './truth/world.ts';

const FROM = '2026-03-01T00:00:00+08:00';
const TO = '2026-09-01T00:00:00+08:00';
const world = theWorld();

type Table = 'caseStatistics' | 'dispatchStatistics' | 'visitStatistics' | 'organizationAssessment';
let tables: Record<Table, Figures>;
let held: readonly Matter[];

const within = (at: string): boolean => at >= '2026-03-01' && at < '2026-09-01';
const townOf = ({ areaCode }: { areaCode: string }) => [areaCode.slice(0, 9)];
const isOverdue = ({ live, resolvedAt, dueAt }: Matter) =>
  live && resolvedAt === null && Date.parse(dueAt) < Date.now();

beforeAll(async () => {
  const period = { from: '2026-03-01', to: '2026-09-01' };
  const answer = await ask(supervisor, operation('month-figures'), { from: FROM, to: TO, period });
  if (answer.errors.length > 0) throw new Error(answer.text);
  tables = answer.data;
  const taken = new Set((await acceptedRows('governance-center', 'cases')).map((row) => row.事件编号));
  held = matters().filter(({ number, acceptedAt }) => taken.has(number) && within(acceptedAt));
});

describe('the month’s figures', () => {
  it('count matters by town as the world has them', () => {
    const table = tables.caseStatistics;
    expect(measured(table, 'accepted')).toEqual(countBy(held, townOf));
    const of = (belongs: (matter: Matter) => boolean) => countBy(held.filter(belongs), townOf);
    const resolved = ({ resolvedAt }: Matter) => resolvedAt !== null;
    const counted = ({ status }: Matter) => status !== 'WITHDRAWN' && status !== 'MERGED';
    const withZeros = (counts: ReadonlyMap<string, number>) =>
      new Map([...countBy(held, townOf).keys()].map((town) => [town, counts.get(town) ?? 0]));
    expect(measured(table, 'resolved')).toEqual(withZeros(of(resolved)));
    expect(measured(table, 'overdue')).toEqual(withZeros(of(isOverdue)));
    expectShare(
      table,
      'resolutionRate',
      of((matter) => resolved(matter) && counted(matter)),
      of(counted),
    );
    const atSource = ({ resolvedAtLevel, resolvedAt }: Matter) =>
      resolvedAt !== null && (resolvedAtLevel === 'GRID' || resolvedAtLevel === 'VILLAGE');
    expectShare(table, 'sourceResolutionRate', of(atSource), of(resolved));
    const reached = ({ followUp }: Matter) => followUp?.reached === true;
    expectShare(
      table,
      'satisfaction',
      of((matter) => reached(matter) && matter.followUp?.satisfied === true),
      of(reached),
    );
    for (const { group } of table.rows) expect(group[0]?.label).toBe(areaName(group[0]?.key ?? ''));
  });

  it('take the median of days from acceptance to resolution', () => {
    for (const { group, measures } of tables.caseStatistics.rows) {
      const days = held
        .filter((matter) => townOf(matter)[0] === group[0]?.key && matter.resolvedAt !== null)
        .map(({ acceptedAt, resolvedAt }) => (Date.parse(resolvedAt ?? '') - Date.parse(acceptedAt)) / 86_400_000)
        .toSorted((one, other) => one - other);
      const told = measures.find(({ measure }) => measure === 'medianDays')?.value;
      if (days.length === 0) expect(told).toBeNull();
      else {
        const middle = (days.length - 1) / 2;
        const median = ((days[Math.floor(middle)] ?? 0) + (days[Math.ceil(middle)] ?? 0)) / 2;
        expect(told).toBeCloseTo(median, 4);
      }
    }
  });

  it('count as many matters in a town as the list with the same filter shows', async () => {
    const count = 'query ($filter: CaseFilter) { cases(filter: $filter, first: 0) { totalCount } }';
    for (const [town, accepted] of measured(tables.caseStatistics, 'accepted')) {
      const { data } = await ask(docketOf(), count, { filter: { areaCode: town, acceptedFrom: FROM, acceptedTo: TO } });
      expect(data.cases.totalCount).toBe(accepted);
    }
  });

  it('measure dispatches by their times: received in one minute, contacted in three, arrived in ten', async () => {
    const taken = new Set((await acceptedRows('governance-center', 'dispatches')).map((row) => row.指令编号));
    const given = matters().flatMap(({ areaCode, dispatches }) =>
      dispatches
        .filter(({ number, issuedAt }) => taken.has(number) && within(issuedAt))
        .map((one) => ({ ...one, areaCode })),
    );
    const table = tables.dispatchStatistics;
    expect(measured(table, 'dispatches')).toEqual(countBy(given, townOf));
    const responses = given.filter(({ kind }) => kind === 'RESPONSE');
    const kept = (stage: string, at: 'receivedAt' | 'contactedAt' | 'arrivedAt') =>
      countBy(
        responses.filter((one: Dispatch) => one[at] !== null && !breachesOf(one).includes(stage)),
        townOf,
      );
    const all = countBy(responses, townOf);
    expectShare(table, 'receivedWithin1', kept('RECEIVE', 'receivedAt'), all);
    expectShare(table, 'contactedWithin3', kept('CONTACT', 'contactedAt'), all);
    expectShare(table, 'arrivedWithin10', kept('ARRIVE', 'arrivedAt'), all);
    expect(responses.length).toBeGreaterThan(0);
  });

  it('count visits, households visited and matters passed on', async () => {
    const visited = (await acceptedRows('governance-center', 'visits')).filter((row) => within(row.走访时间 ?? ''));
    const table = tables.visitStatistics;
    expect(measured({ rows: table.rows.map((row) => ({ ...row, group: [] })) }, 'visits').get('')).toBe(visited.length);
    const [row] = table.rows;
    const told = Object.fromEntries(row?.measures.map(({ measure, numerator }) => [measure, numerator]) ?? []);
    expect(told).toEqual({
      visits: visited.length,
      households: new Set(visited.map((one) => one.居住户号)).size,
      mattersPassedOn: visited.flatMap((one) => (one.移交事件编号 ?? '').split(';').filter(Boolean)).length,
    });
  });

  it('assess organizations by what they hold: on time, returned, supervised', async () => {
    const eventsTaken = new Set(
      (await acceptedRows('governance-center', 'case-events')).map((row) => `${row.事件编号} ${row.流转序号}`),
    );
    const stepped = (matter: Matter, kind: string) =>
      matter.events.some((event, index) => event.kind === kind && eventsTaken.has(`${matter.number} ${index + 1}`));
    const nameOf = ({ holder }: Matter) => [world.organizations[holder]?.name ?? ''];
    const table: Figures = {
      rows: tables.organizationAssessment.rows.map(({ group: [holder], measures }) => ({
        group: [{ key: holder?.label, label: '' }],
        measures,
      })),
    };
    const of = (belongs: (matter: Matter) => boolean) => countBy(held.filter(belongs), nameOf);
    expect(table.rows.map(({ group }) => group[0]?.key).sort()).toEqual([...countBy(held, nameOf).keys()].sort());
    const due = (matter: Matter) => matter.resolvedAt !== null || isOverdue(matter);
    const onTime = ({ resolvedAt, dueAt }: Matter) => resolvedAt !== null && resolvedAt <= dueAt;
    expectShare(table, 'onTime', of(onTime), of(due));
    expectShare(
      table,
      'returned',
      of((matter) => stepped(matter, 'RETURNED')),
      countBy(held, nameOf),
    );
    expectShare(
      table,
      'supervised',
      of((matter) => stepped(matter, 'SUPERVISED')),
      countBy(held, nameOf),
    );
  });
});
