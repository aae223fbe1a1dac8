import { expect, it } from 'vitest';
import type { Policy } from '../../access/purpose.ts';
import { statisticsGoOn } from '../statistics-go-on.ts';

const purpose = (code: string, boundTo: string, scopes: string[], matterScopes: string[] = []) =>
  [code, { code, boundTo, scopes, matterScopes }] as const;
const policy = {
  purposes: new Map([
    purpose('statistics', 'NONE', ['justice.mediation:statistics']),
    purpose('intake', 'NONE', ['justice.mediation:statistics', 'hub.person:lookup']),
    purpose('docket', 'AREA', ['justice.mediation:statistics']),
    purpose('case-handling', 'NONE', [], ['justice.mediation:read']),
  ]),
  withdrawals: [{ department: 'justice', kind: 'PURPOSE', name: 'statistics' }],
  protectedPersons: new Set(['p']),
} as unknown as Policy;

function store() {
  const state = { read: () => Promise.resolve(policy), now: 0 };
  const lasting = statisticsGoOn({ policy: () => state.read() }, () => state.now, 20);
  const codes = async (figuresAlone?: boolean) => {
    const told = await lasting(figuresAlone);
    return { codes: [...told.policy.purposes.keys()], isWhole: told.isWhole, told: told.policy };
  };
  return { state, codes };
}

it.each([
  ['refuses', () => Promise.reject(new Error('gone'))],
  ['does not answer', () => new Promise<never>(() => undefined)],
])('remembers purposes that only count for ten minutes, and what was taken back, while the register %s', async (_, away) => {
  const { state, codes } = store();
  expect(await codes()).toMatchObject({ isWhole: true, told: policy });
  state.read = away;
  state.now = 599_999;
  expect(await codes()).toMatchObject({
    codes: ['statistics'],
    isWhole: false,
    told: { withdrawals: policy.withdrawals, protectedPersons: policy.protectedPersons },
  });
  state.now = 600_000;
  expect((await codes()).codes).toEqual([]);
});

it('has no other for somebody of whom only figures may be told, though the register answers', async () => {
  const { codes } = store();
  await codes();
  expect(await codes(true)).toMatchObject({ codes: ['statistics'], isWhole: false });
});
