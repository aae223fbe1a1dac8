import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ScratchDatabase, scratchRegister } from '../../../schema/register/tests/scratch-register.ts';
import { addAccount, endAccount, listAccounts } from '../service-accounts/keep-accounts.ts';
import type { NewServiceAccount } from '../service-accounts/service-account.ts';
import type { Revocation } from '../standing/revocations.ts';
import { revoke } from '../standing/revoke.ts';
import { openStanding } from '../standing/standing.ts';

let hub: ScratchDatabase;
beforeAll(async () => {
  hub = await scratchRegister('hub');
});
afterAll(() => hub?.close());

const moment = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();
const entry = (changes: Partial<Revocation>): Revocation => ({
  kind: 'USER',
  value: 'wei',
  issuedBefore: moment(-1_000),
  expiresAt: moment(60_000),
  ...changes,
});
const account: NewServiceAccount = {
  client: 'docket-system',
  organization: 'CENTER',
  department: null,
  persona: 'centre-system',
  scopes: ['governance-center.case:read'],
  areas: ['330803'],
  subject: null,
  certificate: 'URI:urn:system:docket',
  validTo: null,
};
const of = (issuedAt: number, id: string | null = null) => ({ id, user: 'wei', client: 'page', issuedAt });

it('tells a revocation that any process has entered, read once for many requests', async () => {
  const standing = openStanding(hub.database);
  expect((await standing()).revocations.revokesToken(of(Date.now() - 5_000))).toBe(false);
  await revoke(hub.database, entry({}));
  const readings = await Promise.all(Array.from({ length: 50 }, standing));
  expect(new Set(readings).size).toBe(1);
  await expect
    .poll(async () => (await standing()).revocations.revokesToken(of(Date.now() - 5_000)), { timeout: 5_000 })
    .toBe(true);
  expect((await standing()).revocations.revokesToken(of(Date.now()))).toBe(false);
});

it('keeps the stricter of two revocations of the same, and none that concerns nothing any more', async () => {
  const [earlier, later] = [moment(-10_000), moment(-500)];
  await revoke(hub.database, entry({ issuedBefore: later }));
  await revoke(hub.database, entry({ issuedBefore: earlier, expiresAt: moment(1_000) }));
  await hub.database.pool.query(`INSERT INTO revocation VALUES ('TOKEN', 'old', now(), now() - interval '1 second')`);
  await revoke(hub.database, entry({ kind: 'TOKEN', value: 'new' }));
  const { rows } = await hub.database.pool.query('SELECT kind, value FROM revocation ORDER BY kind');
  expect(rows).toEqual([
    { kind: 'TOKEN', value: 'new' },
    { kind: 'USER', value: 'wei' },
  ]);
  const { revocations } = await openStanding(hub.database)();
  expect(revocations.revokesToken(of(Date.parse(later)))).toBe(true);
  expect(revocations.revokesToken(of(Date.now(), 'new'))).toBe(true);
});

it('tells of an account from when it is entered until it is ended, and remembers it afterwards', async () => {
  expect(await addAccount(hub.database, account)).toBe(true);
  expect(await addAccount(hub.database, account)).toBe(false);
  expect(await addAccount(hub.database, { ...account, client: 'another' })).toBe(false);
  const { accounts } = await openStanding(hub.database)();
  expect(accounts.ofClient('docket-system')).toMatchObject({ organization: 'CENTER', areas: ['330803'] });
  expect(accounts.ofNames(['CN=x', 'URI:urn:system:docket'])?.client).toBe('docket-system');
  expect(await endAccount(hub.database, 'docket-system')).toBe(true);
  expect(await endAccount(hub.database, 'docket-system')).toBe(false);
  expect((await openStanding(hub.database)()).accounts.ofClient('docket-system')).toBeUndefined();
  expect(await addAccount(hub.database, account)).toBe(true);
  expect((await listAccounts(hub.database)).map(({ validTo }) => validTo === null)).toEqual([false, true]);
});
