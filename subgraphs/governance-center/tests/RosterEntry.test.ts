import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportedRegister } from '../../../tests/kit/imported-register.ts';
import { viewer } from '../../../tests/kit/viewer.ts';
import { openCenter } from './center.ts';

let center: ImportedRegister;
beforeAll(async () => {
  center = await openCenter();
});
afterAll(() => center.close());

const worker = viewer({ scopes: ['governance-center.visit:read'], purpose: 'grid-visit' });
const ROSTER = `query ($kind: CareKind, $areaCode: String, $days: Int, $first: Int, $after: String) {
  roster(kind: $kind, areaCode: $areaCode, notVisitedForDays: $days, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { kind lastVisitAt grid { code area { code } posts { worker { name } } } person { id } } } }`;
type Entry = { kind: string; lastVisitAt: string | null; person: { id: string }; grid: { area: { code: string } } };

describe('Query.roster', () => {
  it('pages through everybody to look in on, once a reason', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    let total = 0;
    do {
      const { data, errors } = await center.ask(ROSTER, worker, { first: 37, after });
      expect(errors).toBeUndefined();
      seen.push(...data.roster.nodes.map(({ kind, person }: Entry) => `${person.id} ${kind}`));
      total = data.roster.totalCount;
      after = data.roster.pageInfo.hasNextPage ? data.roster.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toHaveLength(total);
    expect(new Set(seen).size).toBe(total);
    expect(seen).toContain(`${center.personId(center.world.notable.loneElder)} LIVES_ALONE_ELDERLY`);
  });

  it('shows one reason, and only those whom nobody has visited for so long', async () => {
    const all = await center.ask(ROSTER, worker, { kind: 'LIVES_ALONE_ELDERLY', first: 100 });
    const some = await center.ask(ROSTER, worker, { kind: 'LIVES_ALONE_ELDERLY', days: 200, first: 100 });
    const before = Date.now() - 200 * 86_400_000;
    const lonely = (entries: Entry[]) =>
      entries.filter(({ lastVisitAt }) => lastVisitAt === null || Date.parse(lastVisitAt) < before);
    expect(all.data.roster.nodes.every(({ kind }: Entry) => kind === 'LIVES_ALONE_ELDERLY')).toBe(true);
    expect(some.data.roster.nodes.map(({ person }: Entry) => person.id).slice(0, 20)).toEqual(
      lonely(all.data.roster.nodes)
        .map(({ person }) => person.id)
        .slice(0, 20),
    );
    expect(some.data.roster.totalCount).toBeLessThan(all.data.roster.totalCount);
  });

  it('keeps to the viewer’s areas and to the area asked for', async () => {
    const { data } = await center.ask(ROSTER, worker, { first: 1 });
    const area = data.roster.nodes[0].grid.area.code;
    const within = await center.ask(ROSTER, worker, { areaCode: area, first: 100 });
    expect(within.data.roster.nodes.length).toBeGreaterThan(0);
    expect(new Set(within.data.roster.nodes.map(({ grid }: Entry) => grid.area.code))).toEqual(new Set([area]));
    const elsewhere = viewer({ scopes: ['governance-center.visit:read'], areas: ['330804'] });
    const outside = await center.ask(ROSTER, elsewhere, { areaCode: area });
    expect(outside.data.roster).toMatchObject({ totalCount: 0, nodes: [] });
  });

  it('enters everybody shown as disclosed', async () => {
    const { data, extensions } = await center.ask(ROSTER, worker, { first: 5 });
    const [entry] = extensions.disclosed;
    expect(entry?.fields).toBe('Query.roster');
    expect(entry?.persons).toEqual(
      expect.arrayContaining((data.roster.nodes as Entry[]).map(({ person }) => person.id)),
    );
  });

  it('is refused under a matter alone', async () => {
    const matter = { caseNumber: null, persons: [], households: [] };
    const handler = viewer({ matterScopes: ['governance-center.visit:read'], matter });
    const { codes, statements } = await center.ask(ROSTER.replace('totalCount', ''), handler);
    expect([codes, statements]).toEqual([['OUTSIDE_MATTER'], []]);
  });
});
