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
const DOCKET = `query ($filter: CaseFilter, $first: Int!, $after: String) {
  cases(filter: $filter, first: $first, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes { number status overdue dueAt service category { labelZh } area { name parent { name } } grid { code }
      holder { name } parties { role person { id } organization { name } } }
  }
}`;
const PAGE = `query ($filter: CaseFilter, $first: Int, $after: String) {
  cases(filter: $filter, first: $first, after: $after) { totalCount pageInfo { hasNextPage hasPreviousPage endCursor }
    nodes { number acceptedAt } } }`;

describe('Query.cases', () => {
  it('takes as many statements for a hundred cases as for twenty', async () => {
    const twenty = await center.ask(DOCKET, officer, { first: 20 });
    const hundred = await center.ask(DOCKET, officer, { first: 100 });
    expect(hundred.data.cases.nodes).toHaveLength(100);
    expect(hundred.statements).toHaveLength(twenty.statements.length);
    expect(hundred.statements.length).toBeLessThanOrEqual(7);
  });

  it('pages through every case once, newest first', async () => {
    const seen: { number: string; acceptedAt: string }[] = [];
    let after: string | null = null;
    do {
      const { data } = await center.ask(PAGE, officer, { first: 13, after });
      expect(data.cases.pageInfo.hasPreviousPage).toBe(after !== null);
      expect(data.cases.totalCount).toBeGreaterThan(100);
      seen.push(...data.cases.nodes);
      after = data.cases.pageInfo.hasNextPage ? data.cases.pageInfo.endCursor : null;
    } while (after);
    const { rows } = await center.database.pool.query('SELECT number FROM governance_case');
    expect(new Set(seen.map(({ number }) => number)).size).toBe(rows.length);
    expect(seen).toHaveLength(rows.length);
    const times = seen.map(({ acceptedAt }) => acceptedAt);
    expect(times).toEqual([...times].sort().reverse());
  });

  it('refuses a cursor of another filter', async () => {
    const { data } = await center.ask(PAGE, officer, { first: 2 });
    const after = data.cases.pageInfo.endCursor;
    const { codes } = await center.ask(PAGE, officer, { first: 2, after, filter: { channel: 'HOTLINE' } });
    expect(codes).toEqual(['INVALID_CURSOR']);
  });

  it('keeps to the viewer’s areas, whatever the filter asks', async () => {
    const [town, other] = [...new Set(center.world.villages.map(({ townCode }) => townCode))];
    const clerk = viewer({ scopes: SCOPES, areas: [town as string] });
    const { data } = await center.ask(`{ cases(first: 100) { nodes { area { code } } } }`, clerk);
    expect(data.cases.nodes.every(({ area }: { area: { code: string } }) => area.code.startsWith(town ?? '-'))).toBe(
      true,
    );
    const outside = await center.ask(PAGE, clerk, { filter: { areaCode: other } });
    expect(outside.data.cases).toMatchObject({ totalCount: 0, nodes: [] });
    const wider = await center.ask(PAGE, clerk, { filter: { areaCode: '330803' } });
    const own = await center.ask(PAGE, clerk, {});
    expect(wider.data.cases.totalCount).toBe(own.data.cases.totalCount);
  });

  it('is refused under a matter alone', async () => {
    const matter = { caseNumber: center.world.matter(0).number, persons: [], households: [] };
    const handler = viewer({ matterScopes: SCOPES, matter });
    const { data, codes, statements } = await center.ask(PAGE.replace('totalCount', ''), handler, {});
    expect([data.cases, codes, statements]).toEqual([null, ['OUTSIDE_MATTER'], []]);
  });

  it('counts only when asked to', async () => {
    const { statements } = await center.ask('{ cases { nodes { number } } }', officer);
    expect(statements).toHaveLength(1);
  });
});
