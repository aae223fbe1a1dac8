import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { exportSPKI, importJWK, type JWTPayload, SignJWT } from 'jose';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { openTokenKeys, TOKEN_AUDIENCE, TOKEN_ISSUER, type TokenKeys } from '../../gateway/access/token-keys.ts';
import { sendRaw, tokenFor } from './raw-request.ts';

const QUERY = { query: '{ area(code: "330803") { name } }' };
const claims = { client: 'c', persona: 'supervisor', areas: ['330803'], scope: 'governance-center.case:read' };

let keys: TokenKeys;
beforeAll(async () => {
  keys = await openTokenKeys(inject('runningHub').dataDirectory);
});

const signed = (payload: JWTPayload, change: (token: SignJWT) => SignJWT = (token) => token) =>
  change(
    new SignJWT(payload)
      .setProtectedHeader({ alg: 'EdDSA' })
      .setSubject('s')
      .setIssuer(TOKEN_ISSUER)
      .setAudience(TOKEN_AUDIENCE)
      .setIssuedAt()
      .setExpirationTime('1h'),
  ).sign(keys.privateKey);

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const nowIn = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;
const whole = () => ({ ...claims, sub: 's', iss: TOKEN_ISSUER, aud: TOKEN_AUDIENCE, exp: nowIn(3600) });

async function refused(authorization: string | undefined): Promise<void> {
  const answer = await sendRaw(authorization === undefined ? {} : { authorization, 'x-purpose': 'docket' }, QUERY);
  expect([answer.status, answer.body.errors[0].extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  expect(answer.body.data).toBeUndefined();
  const token = authorization?.split(' ')[1];
  if (token) expect(answer.text + answer.headers).not.toContain(token);
}

describe('the door', () => {
  it('lets a token in that is signed, complete and not expired', async () => {
    const answer = await sendRaw({ authorization: `Bearer ${await signed(claims)}`, 'x-purpose': 'docket' }, QUERY);
    expect([answer.status, answer.body]).toEqual([200, { data: { area: { name: '衢江区' } } }]);
  });

  it.each([
    ['no token', undefined],
    ['an empty one', 'Bearer '],
    ['garbage', 'Bearer garbage'],
    ['garbage of three parts', 'Bearer a.b.c'],
    ['another scheme', 'Basic dXNlcjpwYXNz'],
  ])('refuses %s', (_, authorization) => refused(authorization));

  it('refuses a token that says it needs no signature', async () => {
    await refused(`Bearer ${encoded({ alg: 'none' })}.${encoded(whole())}.`);
    await refused(`Bearer ${encoded({ alg: 'none' })}.${encoded(whole())}.c2ln`);
  });

  it('refuses a token that was signed with the public key as a shared secret', async () => {
    const { publicJwk } = keys;
    const spki = await exportSPKI((await importJWK({ ...publicJwk }, 'EdDSA')) as never);
    const raw = Buffer.from(publicJwk.x as string, 'base64url');
    const der = createPublicKey({ key: publicJwk as never, format: 'jwk' }).export({ type: 'spki', format: 'der' });
    for (const secret of [spki, spki.trim(), JSON.stringify(publicJwk), publicJwk.x as string, raw, der]) {
      const token = await new SignJWT(whole()).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.from(secret as string));
      await refused(`Bearer ${token}`);
    }
  });

  it('refuses a token of another key, even one that brings its key along', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const jwk = publicKey.export({ format: 'jwk' });
    for (const header of [{ alg: 'EdDSA' }, { alg: 'EdDSA', jwk }, { alg: 'EdDSA', kid: '../../dev/null' }]) {
      await refused(`Bearer ${await new SignJWT(whole()).setProtectedHeader(header as never).sign(privateKey)}`);
    }
  });

  it('refuses a token that expired, even one it let in before', async () => {
    await refused(`Bearer ${await signed(claims, (token) => token.setExpirationTime(nowIn(-60)))}`);
    const brief = `Bearer ${await signed(claims, (token) => token.setExpirationTime(nowIn(-3)))}`;
    expect((await sendRaw({ authorization: brief }, QUERY)).status).toBe(200);
    await new Promise((later) => setTimeout(later, 3_500));
    await refused(brief);
  });

  it.each<[string, (token: SignJWT) => SignJWT]>([
    ['for another audience', (token) => token.setAudience('another-hub')],
    ['of another issuer', (token) => token.setIssuer('another-issuer')],
    ['not yet valid', (token) => token.setNotBefore(nowIn(3600))],
  ])('refuses a token %s', async (_, change) => refused(`Bearer ${await signed(claims, change)}`));

  it('refuses a token whose payload was changed after it was signed', async () => {
    const [header, payload, signature] = (await tokenFor({ persona: 'analyst' })).split('.') as [
      string,
      string,
      string,
    ];
    const opened = JSON.parse(Buffer.from(payload, 'base64url').toString());
    await refused(`Bearer ${header}.${encoded({ ...opened, persona: 'auditor' })}.${signature}`);
    const first = signature.startsWith('A') ? 'B' : 'A';
    await refused(`Bearer ${header}.${payload}.${first}${signature.slice(1)}`);
    await refused(`Bearer ${header}.${payload}.${'A'.repeat(signature.length)}`);
  });

  it.each(['client', 'persona'])('refuses a token without the claim %s', async (claim) =>
    refused(`Bearer ${await signed({ ...claims, [claim]: undefined })}`));

  it('refuses a token without a subject or an expiry', async () => {
    const { sub, ...anonymous } = whole();
    const { exp, ...endless } = whole();
    for (const payload of [anonymous, endless]) {
      await refused(`Bearer ${await new SignJWT(payload).setProtectedHeader({ alg: 'EdDSA' }).sign(keys.privateKey)}`);
    }
    expect([sub, exp]).not.toContain(undefined);
  });

  it.each([
    '',
    '3308',
    '33080',
    '3308030',
    '%',
    '330803%',
    '33080_',
    ' 330803',
    '330803\n',
    '*',
  ])('refuses a token whose area is %j, which is no whole code', async (area) =>
    refused(`Bearer ${await signed({ ...claims, areas: [area] })}`));

  it.each<[string, unknown]>([
    ['one of several is none', ['330803', '']],
    ['they are no list', '330803'],
    ['they are an object', { length: 1, 0: '330803' }],
  ])('refuses a token where of the areas %s', async (_, areas) =>
    refused(`Bearer ${await signed({ ...claims, areas })}`));
});

describe('a token', () => {
  const asked = async (payload: JWTPayload, purpose: string, query: string) =>
    sendRaw({ authorization: `Bearer ${await signed(payload)}`, 'x-purpose': purpose }, { query });

  it('that carries fewer scopes than the purpose opens less', async () => {
    const { body } = await asked(
      claims,
      'docket',
      '{ cases { totalCount nodes { status parties { person { maskedName } } } } }',
    );
    expect(body.data.cases.totalCount).toBeGreaterThan(0);
    expect(body.errors.map((error: { path: string[]; extensions: object }) => [error.path, error.extensions])).toEqual([
      [['cases', 'nodes'], { code: 'FORBIDDEN', coordinate: 'Person.maskedName' }],
    ]);
  });

  it('that carries more scopes than the purpose opens no more', async () => {
    const scope = 'governance-center.case:read governance-center.case:narrative public-security.person:identify';
    const { body } = await asked({ ...claims, scope }, 'docket', '{ cases { nodes { number description } } }');
    expect(body.errors[0].extensions.code).toBe('FORBIDDEN');
    expect(body.data.cases.nodes[0].description).toBeNull();
  });

  it('without areas sees no row', async () => {
    const { body } = await asked({ ...claims, areas: [] }, 'docket', '{ cases { totalCount } }');
    expect([body.data, body.errors[0].extensions.code]).toEqual([{ cases: null }, 'FORBIDDEN']);
  });

  it('of a kind of user that is not in the table opens nothing', async () => {
    const { body } = await asked({ ...claims, persona: 'root' }, 'docket', '{ cases { totalCount } }');
    expect([body.data, body.errors[0].extensions.code]).toEqual([{ cases: null }, 'PURPOSE_NOT_PERMITTED']);
  });
});
