import { hash } from 'node:crypto';
import type { IdentityNumberKind } from './identity-number.ts';

const BLOCK = 64;
const DIGEST = 32;
const MESSAGE = 96;
const COUNTRY = /^[A-Z]{3}$/;
const CANONICAL = /^[0-9A-Z]{1,32}$/;

interface PaddedKey {
  readonly key: Buffer;
  /** Key xor ipad, and behind it room for the message. */
  readonly inner: Buffer;
  /** Key xor opad, and behind it room for the inner digest. */
  readonly outer: Buffer;
}

let padded: PaddedKey | undefined;

/**
 * The token of an identity document: HMAC-SHA-256 (RFC 2104, FIPS 198-1) over document kind, issuing country (ISO
 * 3166-1 alpha-3) and canonical number, parted by zero bytes that none of them can hold. Thirty-two bytes, the same
 * for the same document for ever. The key has at least 32 bytes and is known to the import's link step alone: without
 * it a token says nothing, with it all numbers of a county can be enumerated in minutes.
 */
export function identityToken(
  key: Buffer,
  kind: IdentityNumberKind,
  issuingCountry: string,
  canonical: string,
): Buffer {
  if (!COUNTRY.test(issuingCountry) || !CANONICAL.test(canonical)) {
    throw new RangeError(
      'Expected a country of three letters and a canonical number of at most 32 letters and digits.',
    );
  }
  return keyedToken(key, `${kind}\0${issuingCountry}\0${canonical}`);
}

/**
 * HMAC-SHA-256 (RFC 2104, FIPS 198-1) over a text of at most 96 bytes of ASCII, which the caller has checked: any other
 * would collide.
 */
export function keyedToken(key: Buffer, text: string): Buffer {
  const { inner, outer } = padKey(key);
  // Two one-shot digests into standing buffers take less than half the time of createHmac; digests travel as latin1
  // text because a buffer a digest is the larger part of the cost.
  const length = BLOCK + inner.write(text, BLOCK, 'latin1');
  outer.write(hash('sha256', inner.subarray(0, length), 'binary'), BLOCK, 'latin1');
  return Buffer.from(hash('sha256', outer, 'binary'), 'latin1');
}

function padKey(key: Buffer): PaddedKey {
  if (padded?.key.equals(key)) return padded;
  if (key.length < DIGEST) throw new RangeError('Expected a token key of at least 32 bytes.');
  const block = Buffer.alloc(BLOCK);
  (key.length > BLOCK ? hash('sha256', key, 'buffer') : key).copy(block);
  padded = { key: Buffer.from(key), inner: Buffer.alloc(BLOCK + MESSAGE), outer: Buffer.alloc(BLOCK + DIGEST) };
  for (let index = 0; index < BLOCK; index++) {
    const byte = block[index] as number;
    padded.inner[index] = byte ^ 0x36;
    padded.outer[index] = byte ^ 0x5c;
  }
  return padded;
}
