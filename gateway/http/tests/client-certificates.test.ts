import { createHash, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueToken } from '../../access/issue-token.ts';
import type { ServiceAccount } from '../../access/service-accounts/service-account.ts';
import type { Revocation } from '../../access/standing/revocations.ts';
import { standingOf } from '../../access/tests/believed.ts';
import { gatewayConfig } from '../../config.ts';
import { readTls } from '../tls.ts';
import { type Certified, certify } from './certificates.ts';
import { type OpenDoor, openDoor } from './open-door.ts';

const QUERY = JSON.stringify({ query: '{ __typename }' });
const account: ServiceAccount = {
  client: 'docket-system',
  organization: 'CENTER',
  department: null,
  persona: 'centre-system',
  scopes: ['governance-center.case:read'],
  areas: ['330803'],
  subject: null,
  certificate: 'URI:urn:system:docket',
  validFrom: '2026-01-01T00:00:00+08:00',
  validTo: null,
};
const system = { subject: 'CN=docket,O=Centre', names: [{ type: 'url', value: 'urn:system:docket' }] } as const;

let directory: string;
let authority: Certified;
let own: Certified;
let good: Certified;
let door: OpenDoor;
const revoked: Revocation[] = [];
const asked: string[] = [];

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'client-certificates-'));
  authority = await certify({ subject: 'CN=Authority', isAuthority: true });
  own = await certify({ subject: 'CN=hub', names: [{ type: 'ip', value: '127.0.0.1' }], by: authority });
  good = await certify({ ...system, by: authority });
  const file = (name: string, text: string) => {
    writeFileSync(join(directory, name), text);
    return join(directory, name);
  };
  const { identity } = gatewayConfig({
    HUB_TLS_CERT: file('hub.pem', own.cert),
    HUB_TLS_KEY: file('hub.key.pem', own.key),
    HUB_TLS_CLIENT_CA: file('authority.pem', authority.cert),
  });
  door = await openDoor({
    tls: readTls(identity.tls!),
    standing: () => standingOf(revoked, [account])(),
    answer: async ({ identity }) => {
      asked.push(`${identity.client} ${identity.organization} ${identity.scopes.join(' ')}`);
      return { data: { __typename: 'Query' } };
    },
  });
});
afterAll(async () => {
  await door.close();
  rmSync(directory, { recursive: true });
});

/** Sends a query on a connection of its own. */
function send(certificate: Certified | undefined, headers: Record<string, string> = {}): Promise<number | undefined> {
  const { cert, key } = certificate ?? {};
  const agent = new Agent({ ca: authority.cert, cert, key, maxCachedSessions: 0 });
  const type = { 'content-type': 'application/json' };
  return new Promise((found, failed) => {
    request(`${door.url}/graphql`, { method: 'POST', agent, headers: { ...type, ...headers } }, (response) => {
      response.resume().once('end', () => {
        agent.destroy();
        found(response.statusCode);
      });
    })
      .once('error', failed)
      .end(QUERY);
  });
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const thumbprintOf = ({ cert }: Certified) =>
  createHash('sha256').update(new X509Certificate(cert).raw).digest('base64url');

describe('a system that shows a certificate', () => {
  it('is who its account says, without a token', async () => {
    expect(await send(good)).toBe(200);
    expect(asked.at(-1)).toBe('docket-system CENTER governance-center.case:read');
  });

  it.each<[string, () => Promise<Certified>]>([
    ['of another authority', async () => certify({ ...system, by: await certify({ subject: 'CN=Authority' }) })],
    ['that it signed itself', () => certify(system)],
    ['that is over', () => certify({ ...system, by: authority, validTo: new Date(Date.now() - 1_000) })],
    ['that names no account', () => certify({ subject: 'CN=other', by: authority })],
    [
      'that says the name where another belongs',
      () =>
        certify({
          subject: 'CN=urn:system:docket',
          names: [{ type: 'dns', value: 'urn:system:docket' }],
          by: authority,
        }),
    ],
    [
      'whose name holds the account’s after a comma',
      () => certify({ subject: 'CN=x', names: [{ type: 'dns', value: 'x, URI:urn:system:docket' }], by: authority }),
    ],
  ])('is refused with one %s', async (_, make) => expect(await send(await make())).toBe(401));

  it('is refused once that is revoked', async () => {
    const lost = await certify({ ...system, by: authority });
    expect(await send(lost)).toBe(200);
    revoked.push({ kind: 'CERTIFICATE', value: thumbprintOf(lost), issuedBefore: '', expiresAt: '' });
    expect(await send(lost)).toBe(401);
    expect(await send(good)).toBe(200);
  });
});

describe('a token over HTTPS', () => {
  it('is taken without a certificate, and nothing without either', async () => {
    expect(await send(undefined, bearer(door.token))).toBe(200);
    expect(await send(undefined)).toBe(401);
  });

  it('that is bound to a certificate is taken with it alone (RFC 8705)', async () => {
    const claims = decodeJwt(await issueToken(door.keys, { persona: 'supervisor' }));
    const bound = await new SignJWT({ ...claims, cnf: { 'x5t#S256': thumbprintOf(good) } })
      .setProtectedHeader({ alg: 'EdDSA', kid: door.keys.publicJwk.kid as string })
      .sign(door.keys.privateKey);
    expect(await send(good, bearer(bound))).toBe(200);
    expect(asked.at(-1)).toMatch(/^supervisor-client/);
    expect(await send(undefined, bearer(bound))).toBe(401);
    expect(await send(await certify({ ...system, by: authority }), bearer(bound))).toBe(401);
  });
});

describe('the settings', () => {
  it('name each file that cannot be read', () => {
    const files = { certificate: join(directory, 'none'), key: join(directory, 'no'), clientAuthority: undefined };
    expect(() => readTls(files)).toThrow(/HUB_TLS_CERT[^]*HUB_TLS_KEY/);
  });

  it.each([
    [{ HUB_TLS_CERT: 'a' }, 'HUB_TLS_KEY'],
    [{ HUB_TLS_CLIENT_CA: 'a' }, 'HUB_TLS_CERT'],
    [{ HUB_JWKS_URL: 'https://id.example/keys' }, 'HUB_TOKEN_ISSUER'],
    [{ HUB_TOKEN_ISSUER: 'https://id.example' }, 'HUB_JWKS_URL'],
    [{ HUB_TOKEN_ALGORITHMS: 'RS256,HS256' }, 'HUB_TOKEN_ALGORITHMS'],
    [{ HUB_TOKEN_ALGORITHMS: 'none' }, 'HUB_TOKEN_ALGORITHMS'],
    [{ NODE_ENV: 'production', HUB_OPEN_DOCUMENTS: '1' }, 'HUB_OWN_TOKENS'],
    [{ NODE_ENV: 'production', HUB_OPEN_DOCUMENTS: '1', HUB_OIDC_ISSUER: 'http://id.example' }, 'https://'],
  ])('%j are refused, naming %s', (environment, named) => {
    expect(() => gatewayConfig(environment)).toThrow(named);
  });
});
