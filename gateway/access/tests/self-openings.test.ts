import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ScratchDatabase, scratchRegister } from '../../../schema/register/tests/scratch-register.ts';
import { viewer } from '../../../tests/kit/viewer.ts';
import { isSealed, openSelfOpenings } from '../self-openings.ts';

let hub: ScratchDatabase;
beforeAll(async () => {
  hub = await scratchRegister('hub');
});
afterAll(() => hub?.close());

const rule = { matters: 3, days: 30 };
const of = (user: string, caseNumber: string) =>
  viewer({ user, client: 'centre', matter: { caseNumber, persons: [], households: [] } });
const shown = async (user: string) =>
  (await hub.database.pool.query('SELECT kind, case_numbers AS numbers FROM review WHERE user_name = $1', [user])).rows;

it('shows the auditor whoever opens as many matters of his own as the rule says, once, with all of them', async () => {
  const openings = openSelfOpenings(hub.database);
  for (const number of ['C1', 'C2', 'C2', 'C1']) await openings.note(of('wei', number), rule);
  expect(await shown('wei')).toEqual([]);
  await Promise.all(['C3', 'C4', 'C3', 'C5'].map((number) => openings.note(of('wei', number), rule)));
  expect(await shown('wei')).toEqual([{ kind: 'SELF_OPENING', numbers: ['C1', 'C2', 'C3', 'C4', 'C5'] }]);
});

it('forgets what is longer ago than the rule says', async () => {
  const openings = openSelfOpenings(hub.database);
  for (const number of ['C1', 'C2']) await openings.note(of('lu', number), rule);
  await hub.database.pool.query(`UPDATE self_opening SET last_at = now() - interval '31 days' WHERE user_name = 'lu'`);
  await openings.note(of('lu', 'C3'), rule);
  expect(await shown('lu')).toEqual([]);
});

it('takes what is masked or open to every record for no opening', () => {
  const required = new Map([
    ['Person.identity', [['person:identify']]],
    ['Case.parties', [['case:read']]],
  ]);
  const handler = viewer({ scopes: ['case:read'], matterScopes: ['person:identify'] });
  const sealed = (fields: string) => isSealed(fields, handler, required);
  expect(['Person.masked', 'Case.parties'].filter(sealed)).toEqual([]);
  expect(['Person.identity', 'Case.narrative'].filter(sealed)).toHaveLength(2);
});
