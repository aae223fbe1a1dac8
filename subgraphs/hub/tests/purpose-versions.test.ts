import { afterAll, beforeAll, expect, it } from 'vitest';
import { purposeAt } from '../loaders/purpose-at.ts';
import { seedPurposes } from '../purposes/seed-purposes.ts';
import { type HubRegister, openHubRegister, viewer } from './hub-register.ts';

let hub: HubRegister;
const sql = (text: string) => hub.database.pool.query(text);
beforeAll(async () => {
  hub = await openHubRegister();
  await seedPurposes(hub.database);
});
afterAll(() => hub?.close());

const changes = async (code: string) =>
  (await sql(`SELECT change, changed_by FROM purpose_version WHERE code = '${code}' ORDER BY version`)).rows;

it('keeps every change of a purpose, whoever makes it and however', async () => {
  await sql(`UPDATE purpose SET title = 'Ours' WHERE code = 'docket'`);
  await sql(`UPDATE purpose SET title = 'Ours' WHERE code = 'docket'`);
  await sql(`DELETE FROM purpose WHERE code = 'docket'`);
  const [{ session_user: user }] = (await sql('SELECT session_user')).rows;
  expect(await changes('docket')).toEqual(
    ['INSERT', 'UPDATE', 'DELETE'].map((change) => ({ change, changed_by: user })),
  );
});

it('lets nobody alter what was kept, nor empty the table unseen', async () => {
  for (const text of [
    'DELETE FROM purpose_version',
    `UPDATE purpose_version SET changed_by = 'nobody'`,
    'TRUNCATE purpose',
  ]) {
    await expect(sql(text), text).rejects.toThrow('to be added only');
  }
});

it('tells of what was read in the words of that time, of a purpose that is gone too', async () => {
  const now = async () => (await sql('SELECT clock_timestamp()::text AS now')).rows[0].now as string;
  const before = await now();
  await sql(`UPDATE purpose SET title = 'Later', scopes = '{}' WHERE code = 'intake'`);
  const between = await now();
  await sql(`DELETE FROM purpose WHERE code = 'intake'`);
  const context = hub.contextOf(viewer());
  const told = await Promise.all(
    ['2000-01-01T00:00:00+08:00', before, between, await now()].map((at) => purposeAt(context, 'intake', at)),
  );
  expect(told.map((purpose) => purpose?.title)).toEqual([
    'Taking in a matter at the window',
    'Taking in a matter at the window',
    'Later',
    'Later',
  ]);
  expect(told[0]?.scopes).toContain('hub.person:lookup');
  expect(await purposeAt(context, 'never', before)).toBeNull();
});

it.each([
  ['a figure beside people', `scopes = scopes || '{public-security.person:read}'`],
  ['people of a matter beside figures', `matter_scopes = '{public-security.person:identify}'`],
  ['figures of a matter', `scopes = '{}', matter_scopes = '{governance-center.case:statistics}'`],
])('stores no purpose that counts %s', async (_, change) => {
  await expect(sql(`UPDATE purpose SET ${change} WHERE code = 'statistics'`)).rejects.toThrow(
    'purpose_statistics_alone',
  );
});
