import { expect, it } from 'vitest';
import { createAuthenticate } from '../authenticate.ts';
import { issueToken } from '../issue-token.ts';
import { lastingStanding } from '../standing/lasting-standing.ts';
import type { ReadStanding } from '../standing/standing.ts';
import { issuerOf, standingOf, tokenPair } from './believed.ts';

const MINUTE = 60_000;
const pair = tokenPair();
const gone: ReadStanding = () => Promise.reject(new Error('gone'));
const silent: ReadStanding = () => new Promise(() => undefined);
const revoked = standingOf([
  { kind: 'USER', value: 'wei', issuedBefore: '2099-01-01T00:00:00Z', expiresAt: '2099-01-01T00:00:00Z' },
]);

function register(first: ReadStanding) {
  const state = { read: first, now: 0 };
  const standing = lastingStanding(() => state.read(), { now: () => state.now, patienceMs: 20 });
  const authenticate = createAuthenticate({ issuers: [issuerOf(() => [pair])], standing });
  const ask = async (user: string) => {
    const token = await issueToken(pair, { persona: 'analyst', user });
    return (await authenticate({ authorization: `Bearer ${token}`, certificate: null })).identity;
  };
  return { state, standing, ask };
}

it.each([
  ['does not answer', silent],
  ['refuses', gone],
])('believes for figures alone, for ten minutes, while the register %s', async (_, away) => {
  const { state, ask } = register(standingOf());
  expect((await ask('lu')).figuresAlone).toBeUndefined();
  state.read = away;
  state.now = 10 * MINUTE - 1;
  expect((await ask('lu')).figuresAlone).toBe(true);
  state.now = 10 * MINUTE;
  await expect(ask('lu')).rejects.toThrow();
  state.read = standingOf();
  expect((await ask('lu')).figuresAlone).toBeUndefined();
});

it('goes on refusing what was revoked', async () => {
  const { state, ask } = register(revoked);
  await expect(ask('wei')).rejects.toThrow('token');
  state.read = gone;
  await expect(ask('wei')).rejects.toThrow('token');
  expect((await ask('lu')).figuresAlone).toBe(true);
});

it('believes nobody where nothing was ever known', async () => {
  await expect(register(gone).ask('lu')).rejects.toThrow('gone');
});
