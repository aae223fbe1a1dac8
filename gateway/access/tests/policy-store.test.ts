import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ScratchDatabase, scratchRegister } from '../../../schema/register/tests/scratch-register.ts';
import { openPolicyStore } from '../policy-store.ts';

const id = (number: number) => `00000000-0000-7000-8000-00000000000${number}`;

let hub: ScratchDatabase;

beforeAll(async () => {
  hub = await scratchRegister('hub');
  await hub.database.pool.query(`
    INSERT INTO purpose VALUES
      ('valid', 'Valid', '有效', 'Law 1', 'CASE', '{handler}', '{a:read}', '{b:read}', 'query', '{ACCEPTED}', 60, '2020-01-01', NULL),
      ('over', 'Over', '失效', 'Law 1', 'NONE', '{}', '{}', '{}', NULL, '{}', NULL, '2020-01-01', '2021-01-01')`);
});
afterAll(() => hub?.close());

it('answers purposes as the register keeps them, and whether they may be stated now', async () => {
  await hub.database.pool.query(`UPDATE purpose SET clients = '{window}' WHERE code = 'valid'`);
  await hub.database.pool.query(`INSERT INTO purpose SELECT 'ahead', title, title_zh, legal_basis, bound_to, personas,
    scopes, matter_scopes, lookup, live_statuses, lookups_per_hour, now() + interval '1 day' FROM purpose WHERE code = 'over'`);
  const { purposes } = await openPolicyStore(hub.database).policy();
  expect(purposes.get('valid')).toEqual({
    code: 'valid',
    boundTo: 'CASE',
    personas: ['handler'],
    clients: ['window'],
    scopes: ['a:read'],
    matterScopes: ['b:read'],
    lookup: 'query',
    liveStatuses: ['ACCEPTED'],
    lookupsPerHour: 60,
    breakGlass: null,
    selfOpening: null,
    validity: 'VALID',
  });
  expect(['over', 'ahead', 'unknown'].map((code) => purposes.get(code)?.validity)).toEqual([
    'OVER',
    'AHEAD',
    undefined,
  ]);
});

it('protects somebody found to be two ids under both', async () => {
  await hub.database.pool.query(`
    INSERT INTO person VALUES ('${id(1)}', NULL), ('${id(2)}', '${id(1)}'), ('${id(3)}', '${id(1)}'), ('${id(4)}', NULL);
    INSERT INTO protected_person VALUES ('${id(2)}', now(), 'keeper'), ('${id(9)}', now(), 'keeper')`);
  const { protectedPersons } = await openPolicyStore(hub.database).policy();
  expect([...protectedPersons].sort()).toEqual([id(1), id(2), id(3), id(9)]);
});

it('knows what departments took back until they restore it', async () => {
  await hub.database.pool.query(`
    INSERT INTO withdrawal VALUES
      ('${id(1)}', 'justice', 'FIELD', 'Person.legalAid', now(), 'keeper', 'Under review', NULL, NULL),
      ('${id(2)}', 'justice', 'SCOPE', 'justice.legal-aid:read', now(), 'keeper', 'Under review', now(), 'keeper')`);
  const { withdrawals } = await openPolicyStore(hub.database).policy();
  expect(withdrawals).toEqual([{ department: 'justice', kind: 'FIELD', name: 'Person.legalAid' }]);
});

it('counts look-ups a user, together over every gateway process', async () => {
  const [one, other] = [openPolicyStore(hub.database), openPolicyStore(hub.database)];
  expect(await one.countLookups('wei', 2)).toBe(2);
  expect(await other.countLookups('wei', 3)).toBe(5);
  expect(await one.countLookups('zhou', 1)).toBe(1);
});
