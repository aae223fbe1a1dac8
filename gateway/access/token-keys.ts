import type { JWK, KeyObject } from 'jose';
import type { KeyRing } from '../../schema/kit/keys/key-ring.ts';
import { openPairRing, type PairKey } from '../../schema/kit/keys/pair-ring.ts';

/** A key pair of the hub's own for tokens, where no identity provider is configured. */
export interface TokenKeys {
  readonly privateKey: KeyObject;
  /** With its `kid`. */
  readonly publicJwk: JWK;
}

export const TOKEN_ALGORITHM = 'EdDSA';
export const TOKEN_ISSUER = 'county-governance-hub';
export const TOKEN_AUDIENCE = 'county-governance-hub';

/** The hub's pairs for tokens: the newest signs, all verify until `npm run keys -- retire` takes one away. */
export const openTokenRing = (dataDirectory: string): KeyRing<PairKey> => openPairRing(dataDirectory, 'token');

/** The pair of this data directory that signs now. */
export const openTokenKeys = (dataDirectory: string): Promise<TokenKeys> =>
  Promise.resolve(openTokenRing(dataDirectory).newest);
