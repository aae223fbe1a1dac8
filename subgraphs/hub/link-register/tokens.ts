import { createHmac } from 'node:crypto';
import type { CanonicalNumber } from '../../../schema/extracts/columns/column-rule.ts';
import { identityToken, keyedToken } from '../../../schema/kit/identity-numbers/identity-token.ts';

/** ICAO Doc 9303 for a state that is not specified: no register here says who issued a passport. */
const UNSPECIFIED = 'XXX';

/** What the quick way takes; both ways answer the same. */
const PLAIN = /^[\x20-\x7E]{1,80}$/;

/** The token of a person's document; all but passports are issued by China (GA/T 517). */
export const documentToken = (key: Buffer, { kind, canonical }: CanonicalNumber): Buffer =>
  identityToken(key, kind, kind === 'PASSPORT' ? UNSPECIFIED : 'CHN', canonical);

/** The token of a household's register number or of a dwelling's standard address code (HMAC-SHA-256). */
export const numberToken = (key: Buffer, kind: 'HOUSEHOLD' | 'DWELLING', number: string): Buffer =>
  PLAIN.test(number)
    ? keyedToken(key, `${kind}\0${number}`)
    : createHmac('sha256', key).update(`${kind}\0${number}`).digest();
