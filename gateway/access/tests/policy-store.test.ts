import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ScratchDatabase, scratchRegister } from '../../../schema/register/tests/scratch-register.ts';
import { openPolicyStore } from '../policy-store.ts';

let hub: ScratchDatabase;

beforeAll(async () => {
  hub = await scratchRegister('hub');
  await hub.database.pool.query(`
    INSERT INTO purpose VALUES
      ('valid', 'Valid', '有效', 'Law 1', 'CASE', '{handler}', '{a:read}', '{b:read}', 'query', '{ACCEPTED}', 60, '2020-01-01', NULL),
      ('over', 'Over', '失效', 'Law 1', 'NONE', '{}', '{}', '{}', NULL, '{}', NULL, '2020-01-01', '2021-01-01')`);
});
afterAll(() => hub?.close());

it('answers a purpose that is valid now as the register keeps it', async () => {
  const policy = openPolicyStore(hub.database);
  expect(await policy.purpose('valid')).toEqual({
    code: 'valid',
    boundTo: 'CASE',
    personas: ['handler'],
    scopes: ['a:read'],
    matterScopes: ['b:read'],
    lookup: 'query',
    liveStatuses: ['ACCEPTED'],
    lookupsPerHour: 60,
  });
  expect([await policy.purpose('over'), await policy.purpose('unknown')]).toEqual([undefined, undefined]);
});

it('counts look-ups a user, together over every gateway process', async () => {
  const [one, other] = [openPolicyStore(hub.database), openPolicyStore(hub.database)];
  expect(await one.countLookups('wei', 2)).toBe(2);
  expect(await other.countLookups('wei', 3)).toBe(5);
  expect(await one.countLookups('zhou', 1)).toBe(1);
});
