import { z } from 'zod';

/** How long a provider may take to answer. */
export const PROVIDER_MS = 5_000;
const MOST_BYTES = 1 << 20;

const metadata = z.object({ issuer: z.string(), jwks_uri: z.url() });

/**
 * Asks a provider where its keys are (OpenID Connect Discovery 1.0, section 4); throws where it says to be another, or
 * keeps its keys where they can be changed on their way although it is not reached so itself.
 */
export async function discoverKeys(issuer: string): Promise<URL> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(PROVIDER_MS) });
  if (response.status !== 200) throw new Error(`Expected status 200 from discovery, came ${response.status}.`);
  const told = metadata.parse(JSON.parse(await limitedText(response)));
  if (told.issuer !== issuer) throw new Error('Expected the provider to tell the issuer that is configured.');
  const keys = new URL(told.jwks_uri);
  const isSafe = keys.protocol === 'https:' || (keys.protocol === 'http:' && issuer.startsWith('http:'));
  if (!isSafe) throw new Error('Expected the keys of the provider at an address that starts with https://.');
  return keys;
}

/** The text of an answer; throws where it is longer than any provider's would be. */
export async function limitedText(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.byteLength;
    if (bytes > MOST_BYTES) throw new Error(`Expected at most ${MOST_BYTES} bytes from the identity provider.`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
