import { createHash, createHmac, randomUUID, timingSafeEqual } from 'node:crypto';

/** How old, or how far ahead, a signed request may be. */
export const FRESH_MS = 60_000;

/** What a signature vouches for. */
export interface SignedRequest {
  readonly method: string;
  readonly path: string;
  readonly body: string | Buffer;
}

/** Headers of a signed request. */
export type SignatureHeaders = Readonly<Record<'x-timestamp' | 'x-nonce' | 'x-signature', string>>;

/** Why a request is refused. */
export type SignatureFault = 'UNSIGNED' | 'WRONG_SIGNATURE' | 'STALE' | 'REPLAYED';

/** Signs a request with the key that the hub and the bureau share. */
export function signatureHeaders(key: Buffer, request: SignedRequest, now: number = Date.now()): SignatureHeaders {
  const timestamp = String(now);
  const nonce = randomUUID();
  const signature = signatureOf(key, request, timestamp, nonce).toString('hex');
  return { 'x-timestamp': timestamp, 'x-nonce': nonce, 'x-signature': signature };
}

/** Tells what is wrong with the signature of a request, or null; each signature is good for one request. */
export function createVerifySignature(
  key: Buffer,
  now: () => number = Date.now,
): (request: SignedRequest, headers: Readonly<Record<string, string | string[] | undefined>>) => SignatureFault | null {
  /** When each may be forgotten, oldest first. */
  const seen = new Map<string, number>();
  return (request, headers) => {
    const [timestamp, nonce, signature] = [headers['x-timestamp'], headers['x-nonce'], headers['x-signature']];
    if (typeof timestamp !== 'string' || typeof nonce !== 'string' || typeof signature !== 'string') return 'UNSIGNED';
    const given = Buffer.from(signature, 'hex');
    const expected = signatureOf(key, request, timestamp, nonce);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'WRONG_SIGNATURE';
    const moment = now();
    // Written so that what is no number is stale too.
    if (!(Math.abs(moment - Number(timestamp)) <= FRESH_MS)) return 'STALE';
    for (const [old, until] of seen) {
      if (until >= moment) break;
      seen.delete(old);
    }
    if (seen.has(nonce)) return 'REPLAYED';
    seen.set(nonce, moment + 2 * FRESH_MS);
    return null;
  };
}

function signatureOf(key: Buffer, { method, path, body }: SignedRequest, timestamp: string, nonce: string): Buffer {
  const digest = createHash('sha256').update(body).digest('hex');
  return createHmac('sha256', key).update([method, path, timestamp, nonce, digest].join('\n')).digest();
}
