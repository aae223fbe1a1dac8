import { createCipheriv, createDecipheriv, createHmac, randomFillSync } from 'node:crypto';
import type { KeyRing } from '../keys/key-ring.ts';
import { openSecretRing, type SecretKey } from '../keys/secret-ring.ts';
import { SealBroken } from './seal-broken.ts';

/** What a sealed value begins with: the form, then the id of its key. */
const FORM = '~1';
const ID_LENGTH = 8;
const BODY = FORM.length + ID_LENGTH;
const NONCE = 12;
const TAG = 16;
const NONCES_AT_ONCE = 1_024;
const TOKEN_BYTES = 16;

/** The keys that a register's values are sealed and searched with. */
export interface SealKeys {
  readonly seal: KeyRing<SecretKey>;
  readonly search: KeyRing<SecretKey>;
}

/** Opens the keys of sealed values. */
export const openSealKeys = (dataDirectory: string): SealKeys => ({
  seal: openSecretRing(dataDirectory, 'seal'),
  search: openSecretRing(dataDirectory, 'search'),
});

/**
 * Seals values at rest (AES-256-GCM, a nonce a value), each bound to its place, so that none opens in another column or
 * row. The database holds ciphertext alone; it cannot be searched but by equality of tokens, and these need a key.
 */
export interface RegisterSeal {
  /** Seals a text for a place under the newest key. */
  seal(text: string, place: string): string;
  /** Opens what was sealed for this place; anything else, clear text too, throws {@link SealBroken}. */
  open(value: string, place: string): string;
  /** As {@link open}, for sealing again: a text from before there were seals is itself. */
  openEvenClear(value: string, place: string): string;
  /** As {@link open}; nothing stays nothing. */
  openNullable(value: string | null, place: string): string | null;
  /** Whether a value is sealed under the newest key. */
  isFresh(value: string): boolean;
  /** Ids of the keys that seal and make tokens now. */
  newestKeys(): { readonly sealKey: string; readonly searchKey: string };
  /** The token by which equal texts are found, under the newest key. */
  token(...parts: readonly string[]): string;
  /** The tokens of a text under every key, to search by. */
  tokens(...parts: readonly string[]): string[];
}

/** Where a value stands: its table and column, and its row by the values of the row's own key. */
export const placeOf = (table: string, column: string, key: readonly unknown[]): string =>
  `${table}\0${column}\0${key.join('\0')}`;

/** The seal of a register; without keys it seals and opens nothing. */
export function createRegisterSeal(keys: SealKeys | null): RegisterSeal {
  const keysOf = (use: keyof SealKeys): KeyRing<SecretKey> => {
    if (!keys) throw new Error('Expected the keys of sealed values where the register was opened.');
    return keys[use];
  };
  const nonces = Buffer.alloc(NONCE * NONCES_AT_ONCE);
  let used = NONCES_AT_ONCE;
  const nextNonce = (): Buffer => {
    if (used === NONCES_AT_ONCE) {
      randomFillSync(nonces);
      used = 0;
    }
    return nonces.subarray(used * NONCE, ++used * NONCE);
  };
  const tokenUnder = ({ object }: SecretKey, parts: readonly string[]) =>
    createHmac('sha256', object).update(parts.join('\0')).digest().toString('hex', 0, TOKEN_BYTES);
  const seal: RegisterSeal = {
    seal(text, place) {
      const { id, object } = keysOf('seal').newest;
      const nonce = nextNonce();
      const cipher = createCipheriv('aes-256-gcm', object, nonce).setAAD(Buffer.from(place));
      const sealed = cipher.update(text, 'utf8');
      cipher.final();
      return `${FORM}${id}${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')}`;
    },
    open(value, place) {
      if (!value.startsWith(FORM)) throw new SealBroken('SEAL_BROKEN', place);
      const key = keysOf('seal').find(value.slice(FORM.length, BODY));
      if (!key) throw new SealBroken('SEAL_KEY_MISSING', place);
      const bytes = Buffer.from(value.slice(BODY), 'base64');
      try {
        const opener = createDecipheriv('aes-256-gcm', key.object, bytes.subarray(0, NONCE), { authTagLength: TAG })
          .setAAD(Buffer.from(place))
          .setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
        return opener.update(bytes.subarray(NONCE + TAG), undefined, 'utf8') + opener.final('utf8');
      } catch {
        throw new SealBroken('SEAL_BROKEN', place);
      }
    },
    openEvenClear: (value, place) => (value.startsWith(FORM) ? seal.open(value, place) : value),
    openNullable: (value, place) => (value === null ? null : seal.open(value, place)),
    isFresh: (value) => value.startsWith(FORM + keysOf('seal').newest.id),
    newestKeys: () => ({ sealKey: keysOf('seal').newest.id, searchKey: keysOf('search').newest.id }),
    token: (...parts) => tokenUnder(keysOf('search').newest, parts),
    tokens: (...parts) => keysOf('search').all.map((key) => tokenUnder(key, parts)),
  };
  return seal;
}
