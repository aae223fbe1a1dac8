import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { layoutsOf } from '../../../schema/extracts/discover-layouts.ts';
import { importExtract } from '../../../schema/extracts/import-extract.ts';
import { MemoryLinkRegister } from '../../../schema/extracts/tests/sample/memory-link-register.ts';
import { REFERENCE_CHANNEL } from '../../../schema/kit/reference-version.ts';
import { type ImportedRegister, importedRegister } from '../../../tests/kit/imported-register.ts';
import { viewer } from '../../../tests/kit/viewer.ts';
import { subgraph } from '../subgraph.ts';

const QUESTION = `query ($area: String!, $holder: ID!, $grid: ID!) {
  area(code: $area) { name parent { name } children { name } }
  grid(id: $grid) { name posts { role { labelZh } worker { name } } }
  _entities(representations: [{ __typename: "Organization", id: $holder }]) { ... on Organization { name } }
}`;

let center: ImportedRegister;
let asked: Record<'area' | 'holder' | 'grid', string>;

beforeAll(async () => {
  center = await importedRegister('governance-center', subgraph);
  const { rows } = await center.database.pool.query(
    `SELECT (SELECT code FROM area WHERE level = 'TOWN' ORDER BY code LIMIT 1) AS area,
       (SELECT code FROM organization ORDER BY code LIMIT 1) AS holder, (SELECT code FROM grid ORDER BY code LIMIT 1) AS grid`,
  );
  asked = rows[0];
});

afterAll(() => center.close());

const ask = () => center.ask(QUESTION, viewer(), asked);

/** As long as a busy machine may take to tell of a change. */
const eventually = (expected: () => Promise<void>) => vi.waitFor(expected, { timeout: 20_000 });

/** Asks until this process hears of changes, and so needs no statement any more. */
const askedBefore = () => eventually(async () => expect((await ask()).statements).toEqual([]));

it('is read once while nothing changes it, by whomever it is asked', async () => {
  const read = await center.ask(QUESTION, viewer(), asked);
  expect(read.statements.length).toBeGreaterThan(0);
  await askedBefore();
  const other = await center.ask(QUESTION, viewer({ user: 'another', areas: [], purpose: null }), asked);
  expect({ data: other.data, statements: other.statements }).toEqual({ data: read.data, statements: [] });
});

it('is new in the first answer after an import', async () => {
  await askedBefore();
  const folder = mkdtempSync(join(tmpdir(), 'governance-hub-reference-'));
  const file = join(folder, '行政区划.csv');
  const { rows } = await center.database.pool.query('SELECT parent_code AS parent FROM area WHERE code = $1', [
    asked.area,
  ]);
  const header = '区划代码,区划名称,区划级别,上级区划代码,更新日期';
  writeFileSync(file, `${header}\n${asked.area},更名镇,镇街,${rows[0].parent},2026-11-20\n`);
  const layouts = await layoutsOf('governance-center');
  const link = new MemoryLinkRegister();
  const department = 'governance-center';
  const outcome = await importExtract({ department, layouts, database: center.database, link, file });
  rmSync(folder, { recursive: true });
  expect(outcome).toMatchObject({ kind: 'imported', summary: { accepted: 1 } });
  await eventually(async () => expect((await ask()).data.area.name).toBe('更名镇'));
});

it.each([
  ['organization', `UPDATE organization SET name = '更名单位'`, ['_entities', 0, 'name'], '更名单位'],
  ['grid', `UPDATE grid SET name = '更名网格'`, ['grid', 'name'], '更名网格'],
  ['grid_post', 'DELETE FROM grid_post', ['grid', 'posts'], []],
])('is read anew once the table %s has changed', async (_table, change, path, expected) => {
  await askedBefore();
  await center.database.pool.query(change);
  await eventually(async () => expect((await ask()).data).toHaveProperty(path, expected));
});

it('is never taken from memory while changes cannot be heard', async () => {
  await askedBefore();
  const end = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = $1 AND datname = current_database()`;
  await center.database.pool.query(end, [`listen ${REFERENCE_CHANNEL}`]);
  await eventually(async () => expect((await ask()).statements).not.toEqual([]));
  await center.database.pool.query(`UPDATE grid SET name = '再次更名'`);
  expect((await ask()).data.grid.name).toBe('再次更名');
});
