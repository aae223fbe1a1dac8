import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Identity } from '../../access/identity.ts';
import { issueToken } from '../../access/issue-token.ts';
import { providerIssuer } from '../../access/issuers/provider-issuer.ts';
import type { ServiceAccount } from '../../access/service-accounts/service-account.ts';
import { standingOf } from '../../access/tests/believed.ts';
import { type IdentityProvider, startProvider } from '../../access/tests/identity-provider.ts';
import { gatewayConfig } from '../../config.ts';
import { type OpenDoor, openDoor } from './open-door.ts';

const AUDIENCE = 'https://hub.example/graph';
const SCOPES = ['governance-center.case:read', 'justice.mediation:read', 'public-security.person:identify'];
const account: ServiceAccount = {
  client: 'docket-system',
  organization: 'CENTER',
  department: null,
  persona: 'centre-system',
  scopes: ['governance-center.case:read', 'justice.mediation:read'],
  areas: ['330803'],
  subject: null,
  certificate: null,
  validFrom: '2026-01-01T00:00:00+08:00',
  validTo: null,
};

let provider: IdentityProvider;
let door: OpenDoor;
const identities: Identity[] = [];
const faults: unknown[] = [];

/** A door that believes this provider, as its settings say. */
const believe = (environment: Record<string, string>) => {
  const { provider: config } = gatewayConfig({ HUB_TOKEN_AUDIENCE: AUDIENCE, ...environment }).identity;
  return openDoor({
    issuers: [providerIssuer(config!, (fault) => faults.push(fault))],
    standing: standingOf([], [account]),
    answer: async ({ identity }) => {
      identities.push(identity);
      return { data: { __typename: 'Query' } };
    },
  });
};
const ask = async (token: string, at = door) => {
  const { status, json } = await at.post({ query: '{ __typename }' }, { authorization: `Bearer ${token}` });
  return [status, json.errors?.[0].extensions.code ?? json.data.__typename];
};
const UNKNOWN = [401, 'UNAUTHENTICATED'];
const GOOD = [200, 'Query'];
const person = { sub: 'wei', azp: 'docket-page', persona: 'supervisor', areas: ['330803'], scope: SCOPES.join(' ') };

beforeAll(async () => {
  provider = await startProvider(AUDIENCE, ['docket-system', 'stranger'], SCOPES);
  door = await believe({ HUB_OIDC_ISSUER: provider.issuer });
});
afterAll(async () => {
  await door.close();
  await provider.down();
});

describe('a system that logs in at the identity provider', () => {
  it('asks with the token that it gets there, and is who its account says', async () => {
    const token = await provider.clientToken('docket-system', SCOPES.join(' '));
    expect(decodeProtectedHeader(token).typ).toBe('at+jwt');
    expect(decodeJwt(token)).toMatchObject({ client_id: 'docket-system', scope: SCOPES.join(' ') });
    expect(await ask(token)).toEqual(GOOD);
    expect(identities.at(-1)).toMatchObject({
      client: 'docket-system',
      organization: 'CENTER',
      persona: 'centre-system',
      scopes: account.scopes,
    });
    expect(await ask(await provider.clientToken('docket-system', 'justice.mediation:read'))).toEqual(GOOD);
    expect(identities.at(-1)?.scopes).toEqual(['justice.mediation:read']);
  });

  it('is refused where it has no account here', async () => {
    expect(await ask(await provider.clientToken('stranger', SCOPES.join(' ')))).toEqual(UNKNOWN);
  });
});

describe('a person who logs in there', () => {
  it('is who the claims say', async () => {
    expect(await ask(await provider.sign({ ...person, organization: 'CENTER' }))).toEqual(GOOD);
    // A supervisor identifies nobody, whatever the provider lets through.
    const scopes = ['governance-center.case:read', 'justice.mediation:read'];
    expect(identities.at(-1)).toMatchObject({ user: 'wei', client: 'docket-page', organization: 'CENTER', scopes });
  });

  it.each<[string, object]>([
    ['claims to be a system', { persona: 'centre-system' }],
    ['has a system’s name', { sub: 'docket-page' }],
    ['brings an ID token', { nonce: 'n' }],
    ['brings a token for another', { aud: 'docket-page' }],
  ])('is refused where he %s', async (_, changes) => {
    expect(await ask(await provider.sign({ ...person, ...changes }))).toEqual(UNKNOWN);
  });

  it('may say who he is under other names, where the settings tell them', async () => {
    const at = await believe({
      HUB_JWKS_URL: `${provider.issuer}/jwks`,
      HUB_TOKEN_ISSUER: provider.issuer,
      HUB_TOKEN_TYPE: 'at+jwt',
      HUB_CLAIM_PERSONA: 'hub.role',
      HUB_CLAIM_AREAS: 'https://hub.example/areas',
    });
    const { sub, azp, scope } = person;
    const claims = { sub, azp, scope, hub: { role: 'supervisor' }, 'https://hub.example/areas': ['330803001'] };
    expect(await ask(await provider.sign(claims), at)).toEqual(GOOD);
    expect(identities.at(-1)).toMatchObject({ persona: 'supervisor', areas: ['330803001'] });
    expect(await ask(await provider.sign(claims, 'JWT'), at)).toEqual(UNKNOWN);
    await at.close();
  });
});

describe('the provider’s keys', () => {
  it('are no better than the hub’s own where those are not believed', async () => {
    expect(await ask(await issueToken(door.keys, { persona: 'supervisor' }))).toEqual(UNKNOWN);
  });

  it('are taken when they rotate, and asked for seldom, whatever keys clients name', async () => {
    const before = await provider.sign(person);
    await provider.rotate();
    const after = await provider.sign(person);
    await expect.poll(() => ask(after), { timeout: 10_000, interval: 500 }).toEqual(GOOD);
    expect(await ask(before)).toEqual(UNKNOWN);
    const asked = provider.asked.length;
    await provider.rotate();
    const forged = await Promise.all(Array.from({ length: 20 }, () => provider.sign(person)));
    await Promise.all(forged.map((token) => ask(token)));
    expect(provider.asked.length - asked).toBeLessThanOrEqual(1);
    await expect.poll(() => ask(forged[0] as string), { timeout: 10_000, interval: 500 }).toEqual(GOOD);
  });

  it('go on while it is down; of others it is said that they cannot be looked for', async () => {
    const known = await provider.sign(person);
    expect(await ask(known)).toEqual(GOOD);
    await provider.down();
    const late = await believe({ HUB_OIDC_ISSUER: provider.issuer });
    expect(await ask(known, late)).toEqual([503, 'IDENTITY_PROVIDER_UNAVAILABLE']);
    expect(await ask(await provider.sign(person))).toEqual(GOOD);
    await provider.rotate();
    const unknown = await provider.sign(person);
    await expect
      .poll(() => ask(unknown), { timeout: 10_000, interval: 500 })
      .toEqual([503, 'IDENTITY_PROVIDER_UNAVAILABLE']);
    expect(await ask(known)).toEqual(GOOD);
    await provider.up();
    await expect.poll(() => ask(unknown), { timeout: 10_000, interval: 500 }).toEqual(GOOD);
    await expect.poll(() => ask(unknown, late), { timeout: 10_000, interval: 500 }).toEqual(GOOD);
    await late.close();
  });

  it('are not looked for where another says to be the provider', async () => {
    const other = await believe({ HUB_OIDC_ISSUER: `${provider.issuer}/` });
    const token = await provider.sign({ ...person, iss: `${provider.issuer}/` });
    expect(await ask(token, other)).toEqual([503, 'IDENTITY_PROVIDER_UNAVAILABLE']);
    expect(String(faults.at(-1))).toContain('issuer that is configured');
    await other.close();
  });
});
