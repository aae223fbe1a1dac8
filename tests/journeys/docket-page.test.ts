import { beforeAll, describe, expect, it } from 'vitest';
import type { Matter } from '../../schema/synthetic/world.ts';
import { type Answer, type Asker, ask, operation } from '../kit/hub-client.ts';
import { docketOf } from './askers.ts';
import { acceptedRows } from './truth/accepted-rows.ts';
import { matters, theWorld } from './truth/world.ts';

const world = theWorld();
const page = operation('docket-page');
const COUNT = 'query ($filter: CaseFilter) { cases(filter: $filter, first: 0) { totalCount nodes { number } } }';
const MOST_PAGES = 100;

interface DocketPage {
  readonly cases: {
    readonly nodes: readonly { readonly number: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/** Matters of the world whose row came in: what the register must hold, no more and no less. */
let held: readonly Matter[];

beforeAll(async () => {
  const numbers = new Set((await acceptedRows('governance-center', 'cases')).map((row) => row.事件编号));
  held = matters().filter(({ number }) => numbers.has(number));
});

/** Every number that paging through a list shows, page after page. */
async function allPages(asker: Asker, filter: Record<string, unknown> | null, size: number): Promise<string[]> {
  const numbers: string[] = [];
  let after: string | null = null;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const { data, errors }: Answer<DocketPage> = await ask(asker, page, { filter, size, after });
    expect(errors).toEqual([]);
    numbers.push(...data.cases.nodes.map(({ number }) => number));
    after = data.cases.pageInfo.endCursor;
    if (!data.cases.pageInfo.hasNextPage) return numbers;
    expect(data.cases.nodes).toHaveLength(size);
  }
  throw new Error('Expected the pages to come to an end.');
}

const newestFirst = (some: readonly Matter[]): string[] =>
  some
    .toSorted((one, other) => (one.acceptedAt + one.number < other.acceptedAt + other.number ? 1 : -1))
    .map(({ number }) => number);

describe('the day’s docket', () => {
  it.each([7, 20, 100])('shows each matter once, newest first, in pages of %i', async (size) => {
    expect(await allPages(docketOf(), null, size)).toEqual(newestFirst(held));
  });

  it('shows each town its own matters, and all towns together the district’s', async () => {
    let together = 0;
    for (const town of new Set(world.villages.map(({ townCode }) => townCode))) {
      const own = held.filter(({ areaCode }) => areaCode.startsWith(town));
      const { data } = await ask(docketOf(town), COUNT);
      expect(data.cases.totalCount).toBe(own.length);
      together += data.cases.totalCount;
    }
    expect(together).toBe(held.length);
    const [town = ''] = new Set(held.map(({ areaCode }) => areaCode.slice(0, 9)));
    const own = held.filter(({ areaCode }) => areaCode.startsWith(town));
    expect(await allPages(docketOf(town), null, 20)).toEqual(newestFirst(own));
  });

  it('shows nothing of another town to whoever asks for it by its code', async () => {
    const [here, there] = [...new Set(held.map(({ areaCode }) => areaCode.slice(0, 9)))];
    const { data, errors } = await ask(docketOf(here), COUNT, { filter: { areaCode: there } });
    expect({ errors, data }).toEqual({ errors: [], data: { cases: { totalCount: 0, nodes: [] } } });
  });

  const from = '2026-09-01T00:00:00+08:00';
  const to = '2026-10-01T00:00:00+08:00';
  const overdue = ({ live, resolvedAt, dueAt }: Matter) =>
    live && resolvedAt === null && Date.parse(dueAt) < Date.now();
  const filters: readonly (readonly [string, Record<string, unknown>, (matter: Matter) => boolean])[] = [
    ['status', { status: ['IN_PROGRESS', 'RETURNED'] }, ({ status }) => ['IN_PROGRESS', 'RETURNED'].includes(status)],
    ['category', { category: 'lending' }, ({ category }) => category === 'lending'],
    ['channel', { channel: 'GRID_REPORT' }, ({ channel }) => channel === 'GRID_REPORT'],
    ['service', { service: 'EMERGENCY_RESCUE' }, ({ service }) => service === 'EMERGENCY_RESCUE'],
    ['level', { level: 'VILLAGE' }, ({ level }) => level === 'VILLAGE'],
    ['overdue', { overdue: true }, overdue],
    ['not overdue', { overdue: false }, (matter) => !overdue(matter)],
    [
      'month',
      { acceptedFrom: from, acceptedTo: to },
      ({ acceptedAt }) => acceptedAt >= '2026-09-01' && acceptedAt < '2026-10-01',
    ],
    [
      'holder',
      { holderId: world.organizations[world.matter(world.notable.everything.matter).holder]?.code },
      ({ holder }) => holder === world.matter(world.notable.everything.matter).holder,
    ],
  ];
  it.each(filters)('counts and shows what a filter by %s means in the world', async (_, filter, belongs) => {
    const expected = newestFirst(held.filter(belongs));
    const { data } = await ask(docketOf(), COUNT, { filter });
    expect(data.cases.totalCount).toBe(expected.length);
    expect(await allPages(docketOf(), filter, 50)).toEqual(expected);
    expect(expected.length).toBeGreaterThan(0);
  });

  it('refuses a cursor of another list, another filter or another viewer, and pages above a hundred', async () => {
    const first = await ask(docketOf(), page, { size: 5 });
    const after = first.data.cases.pageInfo.endCursor;
    for (const [asker, variables] of [
      [docketOf(), { size: 5, after, filter: { overdue: true } }],
      [
        { ...docketOf(), user: 'somebody-else' },
        { size: 5, after },
      ],
      [docketOf(), { size: 5, after: `${after.slice(0, -2)}AA` }],
    ] as const) {
      const { data, errors } = await ask(asker, page, variables);
      expect(data.cases).toBeNull();
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['INVALID_CURSOR']);
    }
    const { errors } = await ask(docketOf(), page, { size: 101 });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['INVALID_ARGUMENT']);
  });
});
