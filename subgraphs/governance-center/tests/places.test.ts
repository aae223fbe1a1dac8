import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entities } from '../../../tests/kit/entities.ts';
import type { ImportedRegister } from '../../../tests/kit/imported-register.ts';
import { viewer } from '../../../tests/kit/viewer.ts';
import { openCenter, SCOPES } from './center.ts';

let center: ImportedRegister;
beforeAll(async () => {
  center = await openCenter();
});
afterAll(() => center.close());

describe('areas and grids', () => {
  it('are open reference data with their parents, children and grids', async () => {
    const query = `{ area(code: "330803001") { code name level parent { name level parent { code } }
      children { code level } grids(kind: RURAL, first: 3) { totalCount nodes { kind area { code } } } } }`;
    const { data, errors } = await center.ask(query, viewer());
    expect(errors).toBeUndefined();
    const town = center.world.areas.find(({ code }) => code === '330803001');
    const villages = center.world.areas.filter(({ parent }) => parent === '330803001');
    expect(data.area).toMatchObject({ name: town?.name, level: 'TOWN', parent: { level: 'COUNTY', parent: null } });
    expect(villages.length - data.area.children.length).toBeLessThanOrEqual(2);
    const rural = center.world.grids.filter(
      ({ kind, areaCode }) => kind === 'RURAL' && areaCode.startsWith('330803001'),
    );
    expect(rural.length - data.area.grids.totalCount).toBeLessThanOrEqual(2);
  });

  it('have posts, filled or vacant, and duties', async () => {
    const { rows } = await center.database.pool.query(
      'SELECT grid_code FROM grid_post WHERE worker_name IS NULL LIMIT 1',
    );
    const query = `query ($id: ID!) { grid(id: $id) { id code validFrom validTo
      posts { role { labelZh } worker { name fullTime lastTrainedOn } } duties { code labelZh } } }`;
    const { data } = await center.ask(query, viewer(), { id: rows[0].grid_code });
    expect(data.grid.posts.length).toBeGreaterThanOrEqual(4);
    expect(data.grid.posts.some(({ worker }: { worker: unknown }) => worker === null)).toBe(true);
    expect(data.grid.duties[0].labelZh).not.toBe(data.grid.duties[0].code);
  });

  it('have reports that ask for a scope, and summaries that ask for another', async () => {
    const { rows } = await center.database.pool.query(
      'SELECT grid_code AS code FROM grid_report WHERE case_number IS NOT NULL ORDER BY number LIMIT 1',
    );
    const query = `query ($id: ID!) { grid(id: $id) { code
      reports(filter: { item: "03" }) { totalCount nodes { id item { code } urgent onTime case { number } summary } } } }`;
    const shut = await center.ask(query, viewer(), { id: rows[0].code });
    expect([shut.data.grid, shut.codes]).toEqual([{ code: rows[0].code, reports: null }, ['FORBIDDEN']]);
    const read = viewer({ scopes: ['governance-center.report:read'] });
    const { data, statements } = await center.ask(query, read, { id: rows[0].code });
    for (const { item, summary } of data.grid.reports.nodes) expect([item.code, summary]).toEqual(['03', null]);
    expect(statements.filter((text) => text.includes('summary'))).toEqual([]);
    const whole = await center.ask(query, viewer({ scopes: SCOPES }), { id: rows[0].code });
    for (const { summary } of whole.data.grid.reports.nodes) expect(summary).toEqual(expect.any(String));
  });
});

describe('Query.organizations', () => {
  it('has fourteen resident and ten rotating departments', async () => {
    const query =
      '{ resident: organizations(stationing: RESIDENT) { name } rotating: organizations(stationing: ROTATING) { name } }';
    const { data } = await center.ask(query, viewer());
    expect(14 - data.resident.length).toBeLessThanOrEqual(1);
    expect(10 - data.rotating.length).toBeLessThanOrEqual(1);
  });

  it('knows who is there: residents on workdays, rotating departments on their day, the centre always', async () => {
    // 2026-10-19 is a Monday.
    const week = ['19', '20', '21', '22', '23', '24', '25']
      .map((day) => `d${day}: onDuty(date: "2026-10-${day}")`)
      .join(' ');
    const query = entities('Organization', week);
    const of = ['CENTER', 'DEPT-JUSTICE', 'DEPT-TRANSPORT'].map((id) => ({ __typename: 'Organization', id }));
    const { data } = await center.ask(query, viewer(), { of });
    const days = data._entities.map((found: Record<string, boolean>) => Object.values(found));
    expect(days[0]).toEqual(Array(7).fill(true));
    expect(days[1]).toEqual([true, true, true, true, true, false, false]);
    expect(days[2].filter(Boolean)).toHaveLength(1);
    expect(days[2].slice(5)).toEqual([false, false]);
  });
});
