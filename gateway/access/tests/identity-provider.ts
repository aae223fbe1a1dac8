import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';
import { Provider } from 'oidc-provider';

const RESOURCE = 'urn:hub:graph';
const SECRET = 'only-this-test-knows-it-and-it-opens-nothing';

/** A provider of identities as the package `oidc-provider` is one, on a port of its own. */
export interface IdentityProvider {
  readonly issuer: string;
  /** What it was asked for, path by path. */
  readonly asked: string[];
  /** A system's token, by its client's credentials (RFC 6749, section 4.4). */
  clientToken(client: string, scope?: string): Promise<string>;
  /** Signs what it would sign for a person who has logged in. */
  sign(payload: JWTPayload, type?: string): Promise<string>;
  /** Signs with a new key from now on, and tells that one alone. */
  rotate(): Promise<void>;
  down(): Promise<void>;
  up(): Promise<void>;
}

/** Starts it for an audience and some clients; take it down when the tests are done. */
export async function startProvider(
  audience: string,
  clients: readonly string[],
  scopes: readonly string[],
): Promise<IdentityProvider> {
  let serve: RequestListener = () => undefined;
  let key: JWK = {};
  let server: Server;
  let port = 0;
  const asked: string[] = [];
  const up = async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      serve(request, response);
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  };
  await up();
  const issuer = `http://127.0.0.1:${port}`;
  const rotate = async () => {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    key = { ...(await exportJWK(privateKey)), alg: 'ES256', use: 'sig', kid: crypto.randomUUID() };
    const provider = new Provider(issuer, {
      jwks: { keys: [key] },
      cookies: { keys: ['of-this-test'] },
      scopes: [...scopes],
      clients: clients.map((client_id) => ({
        client_id,
        client_secret: SECRET,
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
        id_token_signed_response_alg: 'ES256',
      })),
      features: {
        devInteractions: { enabled: false },
        clientCredentials: { enabled: true },
        resourceIndicators: {
          enabled: true,
          defaultResource: () => RESOURCE,
          getResourceServerInfo: () => ({
            audience,
            scope: scopes.join(' '),
            accessTokenFormat: 'jwt',
            jwt: { sign: { alg: 'ES256' } },
          }),
        },
      },
    });
    serve = provider.callback();
  };
  await rotate();
  return {
    issuer,
    asked,
    rotate,
    up,
    async clientToken(client, scope) {
      const response = await fetch(`${issuer}/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${Buffer.from(`${client}:${SECRET}`).toString('base64')}` },
        body: new URLSearchParams({ grant_type: 'client_credentials', resource: RESOURCE, ...(scope && { scope }) }),
      });
      const { access_token: token } = (await response.json()) as { access_token?: string };
      if (token === undefined) throw new Error(`Expected a token, came status ${response.status}.`);
      return token;
    },
    sign: (payload, typ = 'at+jwt') =>
      new SignJWT({ iss: issuer, aud: audience, ...payload })
        .setProtectedHeader({ alg: 'ES256', typ, kid: key.kid as string })
        .setIssuedAt()
        .setExpirationTime('10m')
        .sign(key),
    async down() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
