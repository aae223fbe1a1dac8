import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenDoor, openDoor } from './open-door.ts';

let door: OpenDoor;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

/** Sends headers just as they stand; resolves with the status and what the caller is asked for. */
const send = (headers: readonly string[]): Promise<[number | undefined, string | undefined]> =>
  new Promise((found, failed) => {
    const type = ['content-type', 'application/json', 'host', new URL(door.url).host];
    request(`${door.url}/graphql`, { method: 'POST', headers: [...type, ...headers] }, (response) =>
      response.resume().once('end', () => found([response.statusCode, response.headers['www-authenticate']])),
    )
      .once('error', failed)
      .end('{"query":"{ __typename }"}');
  });

describe('the header Authorization', () => {
  it.each([
    ['Bearer', 'authorization'],
    ['bearer', 'AUTHORIZATION'],
    ['BEARER  ', 'Authorization'],
  ])('is taken as “%s” under the name %s', async (scheme, name) => {
    expect(await send([name, `${scheme} ${door.token}`])).toEqual([200, undefined]);
  });

  it('is refused where there are two, whichever is good', async () => {
    for (const other of ['Bearer a.b.c', 'Basic eDp5', `Bearer ${door.token}`]) {
      const good = `Bearer ${door.token}`;
      expect(await send(['authorization', good, 'Authorization', other])).toEqual([401, 'Bearer']);
      expect(await send(['Authorization', other, 'authorization', good])).toEqual([401, 'Bearer']);
    }
  });

  it('is asked for where it is missing, and a wrong token is told from none (RFC 6750, section 3.1)', async () => {
    expect(await send([])).toEqual([401, 'Bearer']);
    expect(await send(['authorization', 'Basic eDp5'])).toEqual([401, 'Bearer']);
    expect(await send(['authorization', `${`Bearer ${door.token}`.slice(0, -4)}AAAA`])).toEqual([
      401,
      'Bearer error="invalid_token"',
    ]);
    expect(door.rules.slice(-3)).toEqual(['a token', 'a token', 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED']);
  });
});

describe('the public keys', () => {
  it('are told to anybody who would verify a token', async () => {
    const response = await fetch(`${door.url}/.well-known/jwks.json`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/jwk-set+json']);
    expect(await response.json()).toEqual({ keys: [door.keys.publicJwk] });
  });
});
