import { generateKeyPairSync } from 'node:crypto';
import { exportSPKI, type JWTHeaderParameters, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import type { PairKey } from '../../../schema/kit/keys/pair-ring.ts';
import { createAuthenticate } from '../authenticate.ts';
import { issueToken } from '../issue-token.ts';
import { TOKEN_AUDIENCE, TOKEN_ISSUER } from '../token-keys.ts';
import { Unauthenticated } from '../unauthenticated.ts';
import { issuerOf, standingOf, tokenPair } from './believed.ts';

const pair = tokenPair();
const authenticate = createAuthenticate({ issuers: [issuerOf(() => [pair])], standing: standingOf() });
const nowIn = (seconds: number) => Math.floor(Date.now() / 1_000) + seconds;
const whole = (): JWTPayload => ({
  iss: TOKEN_ISSUER,
  aud: TOKEN_AUDIENCE,
  sub: 'wei',
  client: 'docket-page',
  persona: 'supervisor',
  areas: ['330803'],
  scope: 'governance-center.case:read',
  iat: nowIn(0),
  exp: nowIn(600),
});
const HEADER = { alg: 'EdDSA', kid: pair.id, typ: 'at+jwt' };

const signed = (changes: JWTPayload = {}, header: JWTHeaderParameters = HEADER, key: PairKey = pair) =>
  new SignJWT({ ...whole(), ...changes }).setProtectedHeader(header).sign(key.privateKey);
const shown = (token: string) => ({ authorization: `Bearer ${token}`, certificate: null });
const ask = (token: string) => authenticate(shown(token));
const refused = (token: string) => expect(ask(token)).rejects.toThrow(Unauthenticated);

describe('a token', () => {
  it('tells who asks, and until when', async () => {
    expect(await ask(await signed())).toEqual({
      identity: {
        user: 'wei',
        client: 'docket-page',
        persona: 'supervisor',
        organization: null,
        department: null,
        person: null,
        areas: ['330803'],
        scopes: ['governance-center.case:read'],
      },
      expiresAt: expect.any(Number),
    });
  });

  it.each([
    ['in lower case', 'bearer '],
    ['in upper case', 'BEARER '],
    ['with several spaces', 'Bearer   '],
  ])('is taken with its scheme %s (RFC 9110, section 11.1)', async (_, scheme) => {
    const { identity } = await authenticate({ authorization: `${scheme}${await signed()}`, certificate: null });
    expect(identity.user).toBe('wei');
  });

  it.each([
    ['a tab', 'Bearer\t'],
    ['no space', 'Bearer'],
    ['a comma before it', 'Bearer ,'],
    ['another scheme before it', 'Basic eDp5 Bearer '],
  ])('is not taken after %s', async (_, scheme) => {
    const authorization = `${scheme}${await signed()}`;
    await expect(authenticate({ authorization, certificate: null })).rejects.toThrow(Unauthenticated);
  });

  it('is not taken beside another in the same header', async () => {
    const token = await signed();
    await refused(`${token}, Bearer ${token}`);
  });

  it('is refused in the same words whatever is wrong with it', async () => {
    const wrong = [
      await signed({ aud: 'x' }),
      await signed({ exp: nowIn(-60) }),
      await signed({}, HEADER, tokenPair()),
    ];
    const faults = await Promise.all(
      wrong.map((token) => ask(token).catch((fault: unknown) => fault as Unauthenticated)),
    );
    const told = faults.map((fault) => fault instanceof Unauthenticated && [fault.message, fault.challenge]);
    expect(new Set(told.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(told[0]).toContain('Bearer error="invalid_token"');
    expect(faults.map((fault) => fault instanceof Unauthenticated && fault.rule)).toEqual([
      'aud',
      'exp',
      'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
    ]);
  });
});

describe('the algorithm', () => {
  it('is not one that the token chooses', async () => {
    const { publicKey } = pair;
    const secrets = [
      await exportSPKI(publicKey as never),
      JSON.stringify(pair.publicJwk),
      pair.publicJwk.x as string,
      publicKey.export({ type: 'spki', format: 'der' }).toString('latin1'),
    ];
    for (const secret of secrets) {
      const forged = new SignJWT(whole()).setProtectedHeader({ ...HEADER, alg: 'HS256' });
      await refused(await forged.sign(Buffer.from(secret, 'latin1')));
    }
    await refused(new UnsecuredJWT(whole()).encode());
    await refused(`${new UnsecuredJWT(whole()).encode()}c2ln`);
  });

  it('is not that of another kind of key', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
    await refused(await new SignJWT(whole()).setProtectedHeader({ ...HEADER, alg: 'RS256' }).sign(privateKey));
  });
});

describe('the header', () => {
  const other = tokenPair();

  it.each<[string, JWTHeaderParameters]>([
    ['names no key that there is', { ...HEADER, kid: 'another' }],
    ['names a path', { ...HEADER, kid: '../../../dev/null' }],
    ['names a statement', { ...HEADER, kid: "' OR 1=1 --" }],
    ['names an empty key', { ...HEADER, kid: '' }],
    ['names what every object has', { ...HEADER, kid: '__proto__' }],
    ['brings a key along', { ...HEADER, jwk: other.publicJwk as never }],
    ['tells where its key is', { ...HEADER, jku: 'https://elsewhere.example/jwks.json' }],
    ['tells where its certificate is', { ...HEADER, x5u: 'https://elsewhere.example/key.pem' }],
    ['brings a certificate along', { ...HEADER, x5c: ['MIIB'] }],
    ['is of an ID token’s kind', { ...HEADER, typ: 'id_token+jwt' }],
    ['is of a logout token', { ...HEADER, typ: 'logout+jwt' }],
  ])('is refused where it %s, with a signature of either key', async (_, header) => {
    await refused(await signed({}, header));
    await refused(await signed({}, header, other));
  });

  it('is refused where it asks for an extension', async () => {
    const token = new SignJWT(whole()).setProtectedHeader({ ...HEADER, crit: ['exp'], exp: nowIn(60) } as never);
    await refused(await token.sign(pair.privateKey, { crit: { exp: true } }));
  });

  it.each([undefined, 'JWT', 'at+jwt', 'AT+JWT', 'application/at+jwt'])('may be of the kind %s', async (typ) => {
    const { identity } = await ask(await signed({}, { ...HEADER, ...(typ && { typ }) }));
    expect(identity.user).toBe('wei');
  });
});

describe('the times', () => {
  it.each<[string, () => JWTPayload]>([
    ['expired beyond the skew of clocks', () => ({ exp: nowIn(-6) })],
    ['never expires', () => ({ exp: undefined })],
    ['expires in a hundred years', () => ({ exp: nowIn(3_153_600_000) })],
    ['expires at a text', () => ({ exp: `${nowIn(60)}` as never })],
    ['lives longer than any may', () => ({ iat: nowIn(-10), exp: nowIn(86_400) })],
    ['was issued in the future', () => ({ iat: nowIn(60) })],
    ['was issued at a text', () => ({ iat: 'now' as never })],
    ['is not valid yet', () => ({ nbf: nowIn(60) })],
    ['has no audience', () => ({ aud: undefined })],
    ['has another audience', () => ({ aud: ['one', 'other'] })],
    ['has another issuer', () => ({ iss: 'https://elsewhere.example' })],
    ['has no issuer', () => ({ iss: undefined })],
    ['has no subject', () => ({ sub: undefined })],
    ['has an empty subject', () => ({ sub: '' })],
    ['has a subject that is no text', () => ({ sub: 7 as never })],
    ['has an id that is no text', () => ({ jti: 7 as never })],
    ['is an ID token by its nonce', () => ({ nonce: 'n' })],
    ['is an ID token by its hash of an access token', () => ({ at_hash: 'h' })],
    ['is an ID token by its word', () => ({ typ: 'ID' })],
    ['is an ID token by its use', () => ({ token_use: 'id' })],
    ['is bound to what cannot be looked at', () => ({ cnf: { jkt: 'x' } })],
    ['is bound to a certificate that did not come', () => ({ cnf: { 'x5t#S256': 'x' } })],
  ])('are refused of a token that %s', async (_, changes) => refused(await signed(changes())));

  it.each<[string, () => JWTPayload]>([
    ['expired a moment ago', () => ({ exp: nowIn(-2) })],
    ['was issued by a clock that is ahead', () => ({ iat: nowIn(4) })],
    ['is for several, the hub among them', () => ({ aud: ['one', TOKEN_AUDIENCE] })],
  ])('are taken of a token that %s', async (_, changes) => {
    expect((await ask(await signed(changes()))).identity.user).toBe('wei');
  });
});

describe('keys that are rotated', () => {
  it('verify until they are retired, also what they verified before', async () => {
    let pairs = [tokenPair()];
    const rotating = createAuthenticate({ issuers: [issuerOf(() => pairs)], standing: standingOf() });
    const [old] = pairs as [PairKey];
    const before = shown(await issueToken(old, { persona: 'analyst' }));
    await rotating(before);
    const next = tokenPair();
    pairs = [next, old];
    const after = shown(await issueToken(next, { persona: 'analyst' }));
    await Promise.all([rotating(before), rotating(after)]);
    pairs = [next];
    await rotating(after);
    await expect(rotating(before)).rejects.toThrow(Unauthenticated);
  });

  it('need to be named where there are several', async () => {
    const pairs = [tokenPair(), pair];
    const rotating = createAuthenticate({ issuers: [issuerOf(() => pairs)], standing: standingOf() });
    await expect(rotating(shown(await signed({}, { alg: 'EdDSA' })))).rejects.toThrow(Unauthenticated);
    expect((await ask(await signed({}, { alg: 'EdDSA' }))).identity.user).toBe('wei');
  });
});
