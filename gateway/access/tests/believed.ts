import { createHash, generateKeyPairSync } from 'node:crypto';
import type { PairKey } from '../../../schema/kit/keys/pair-ring.ts';
import { ownIssuer } from '../issuers/own-issuer.ts';
import type { TokenIssuer } from '../issuers/token-issuer.ts';
import { knownAccounts } from '../service-accounts/known-accounts.ts';
import type { ServiceAccount } from '../service-accounts/service-account.ts';
import { type Revocation, revocationsOf } from '../standing/revocations.ts';
import type { ReadStanding } from '../standing/standing.ts';

/** A key pair for tokens that lies in no file. */
export function tokenPair(): PairKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { kty, crv, x } = publicKey.export({ format: 'jwk' });
  const id = createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url');
  return { id, privateKey, publicKey, publicJwk: { kty, crv, x, alg: 'EdDSA', use: 'sig', kid: id } as never };
}

/** The hub as issuer with these pairs, newest first. */
export const issuerOf = (pairs: () => readonly PairKey[], isTrial = true): TokenIssuer =>
  ownIssuer(
    {
      get all() {
        return pairs();
      },
      find: (id) => pairs().find((pair) => pair.id === id),
    },
    { longestSeconds: 86_400, isTrial },
  );

/** A standing with these revocations and accounts, none unless told. */
export const standingOf =
  (revoked: readonly Revocation[] = [], accounts: readonly ServiceAccount[] = []): ReadStanding =>
  () =>
    Promise.resolve({ revocations: revocationsOf(revoked), accounts: knownAccounts(accounts) });
