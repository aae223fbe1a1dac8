import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { createAuthenticate } from '../authenticate.ts';
import { issueServiceToken, issueToken } from '../issue-token.ts';
import type { ServiceAccount } from '../service-accounts/service-account.ts';
import type { Revocation } from '../standing/revocations.ts';
import { Unauthenticated } from '../unauthenticated.ts';
import { issuerOf, standingOf, tokenPair } from './believed.ts';

const pair = tokenPair();
const account: ServiceAccount = {
  client: 'docket-system',
  organization: 'CENTER',
  department: null,
  persona: 'centre-system',
  scopes: ['governance-center.case:read', 'justice.mediation:read'],
  areas: ['330803001'],
  subject: null,
  certificate: 'URI:urn:system:docket',
  validFrom: '2026-01-01T00:00:00+08:00',
  validTo: null,
};
const certificate = {
  isTrusted: true,
  thumbprint: 'thumb',
  names: ['CN=docket', 'URI:urn:system:docket'],
  validFrom: Date.now() - 1_000,
  validTo: Date.now() + 60_000,
};

const hub = (revoked: readonly Revocation[], accounts: readonly ServiceAccount[] = [], isTrial = true) =>
  createAuthenticate({ issuers: [issuerOf(() => [pair], isTrial)], standing: standingOf(revoked, accounts) });
const bearer = (token: string) => ({ authorization: `Bearer ${token}`, certificate: null });
const moment = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();
const revoked = (changes: Partial<Revocation>): Revocation => ({
  kind: 'ALL',
  value: '',
  issuedBefore: moment(0),
  expiresAt: moment(86_400_000),
  ...changes,
});

describe('a revocation', () => {
  it.each<[string, (id: string) => Partial<Revocation>]>([
    ['of the token', (value) => ({ kind: 'TOKEN', value })],
    ['of its user', () => ({ kind: 'USER', value: 'wei' })],
    ['of its client', () => ({ kind: 'CLIENT', value: 'page' })],
    ['of all that was issued until now', () => ({})],
  ])('%s refuses it', async (_, of) => {
    const token = await issueToken(pair, { persona: 'supervisor', user: 'wei', client: 'page' });
    await hub([])(bearer(token));
    const list = [revoked(of(decodeJwt(token).jti as string))];
    await expect(hub(list)(bearer(token))).rejects.toThrow(Unauthenticated);
  });

  it.each<[string, Partial<Revocation>]>([
    ['of another token', { kind: 'TOKEN', value: 'another' }],
    ['of another user', { kind: 'USER', value: 'wang' }],
    ['of a client of the user’s name', { kind: 'CLIENT', value: 'wei' }],
    ['of what was issued before it', { issuedBefore: moment(-10_000) }],
  ])('%s does not', async (_, of) => {
    const token = await issueToken(pair, { persona: 'supervisor', user: 'wei', client: 'page' });
    expect((await hub([revoked(of)])(bearer(token))).identity.user).toBe('wei');
  });
});

describe('a system', () => {
  it('has what its account says, whatever its token says of itself', async () => {
    const { client, persona, organization, areas, scopes } = account;
    const { identity } = await hub([], [account])(bearer(await issueServiceToken(pair, account)));
    expect(identity).toEqual({
      user: client,
      client,
      persona,
      organization,
      areas,
      scopes,
      department: null,
      person: null,
    });
  });

  it('may ask for less by its token, and gets no more', async () => {
    const own = { user: account.client, client: account.client, area: '330803', organization: 'OTHER' };
    const token = await issueToken(pair, { persona: 'supervisor', ...own });
    const { identity } = await hub([], [account])(bearer(token));
    expect([identity.persona, identity.organization, identity.areas]).toEqual([
      'centre-system',
      'CENTER',
      ['330803001'],
    ]);
    const asked = decodeJwt(token).scope as string;
    expect(identity.scopes).toEqual(account.scopes.filter((scope) => asked.split(' ').includes(scope)));
  });

  it('without an account, or whose account has ended, is refused', async () => {
    const token = bearer(await issueServiceToken(pair, account));
    await expect(hub([], [])(token)).rejects.toThrow(Unauthenticated);
    await expect(hub([], [{ ...account, validTo: moment(-1) }])(token)).rejects.toThrow(Unauthenticated);
    await expect(hub([], [{ ...account, subject: 'another' }])(token)).rejects.toThrow(Unauthenticated);
  });

  it('ends with its account, where that is sooner than its token', async () => {
    const validTo = moment(5_000);
    const { expiresAt } = await hub([], [{ ...account, validTo }])(bearer(await issueServiceToken(pair, account)));
    expect(expiresAt).toBe(Date.parse(validTo));
  });

  it('is none that a person claims to be, but for trying things out', async () => {
    const token = bearer(await issueToken(pair, { persona: 'centre-system', user: 'wei' }));
    await expect(hub([], [account], false)(token)).rejects.toThrow(Unauthenticated);
    expect((await hub([], [account])(token)).identity.persona).toBe('centre-system');
  });
});

describe('a certificate', () => {
  const shown = { authorization: undefined, certificate };

  it('that bears the name of an account is that system’s', async () => {
    const { identity, expiresAt } = await hub([], [account])(shown);
    expect([identity.client, identity.scopes, expiresAt]).toEqual([
      account.client,
      account.scopes,
      certificate.validTo,
    ]);
  });

  it.each<[string, Partial<typeof certificate>]>([
    ['is not trusted', { isTrusted: false }],
    ['is over', { validTo: Date.now() - 1 }],
    ['is not valid yet', { validFrom: Date.now() + 60_000 }],
    ['bears another name', { names: ['CN=urn:system:docket', 'DNS:urn:system:docket'] }],
  ])('that %s is refused, beside a good token too', async (_, changes) => {
    const wrong = { ...certificate, ...changes };
    await expect(hub([], [account])({ ...shown, certificate: wrong })).rejects.toThrow(Unauthenticated);
    if ('names' in changes) return;
    const { authorization } = bearer(await issueToken(pair, { persona: 'supervisor' }));
    await expect(hub([], [account])({ authorization, certificate: wrong })).rejects.toThrow(Unauthenticated);
  });

  it('that is revoked, or that two accounts could mean, is refused', async () => {
    const list = [revoked({ kind: 'CERTIFICATE', value: 'thumb' })];
    await expect(hub(list, [account])(shown)).rejects.toThrow(Unauthenticated);
    const twin = { ...account, client: 'twin', certificate: 'CN=docket' };
    await expect(hub([], [account, twin])(shown)).rejects.toThrow(Unauthenticated);
  });
});
