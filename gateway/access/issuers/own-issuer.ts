import type { KeyRing } from '../../../schema/kit/keys/key-ring.ts';
import type { PairKey } from '../../../schema/kit/keys/pair-ring.ts';
import { ownClaimNames } from '../identity.ts';
import { TOKEN_ALGORITHM, TOKEN_AUDIENCE, TOKEN_ISSUER } from '../token-keys.ts';
import type { TokenIssuer } from './token-issuer.ts';

/** The hub as the issuer of tokens that its own keys sign. */
export function ownIssuer(
  ring: Pick<KeyRing<PairKey>, 'all' | 'find'>,
  { longestSeconds, isTrial }: Pick<TokenIssuer, 'longestSeconds' | 'isTrial'>,
): TokenIssuer {
  return {
    issuer: TOKEN_ISSUER,
    audience: TOKEN_AUDIENCE,
    algorithms: [TOKEN_ALGORITHM],
    strictType: false,
    longestSeconds,
    claims: ownClaimNames,
    isTrial,
    findKey({ kid }) {
      const [only, ...others] = ring.all;
      const key = kid === undefined && others.length === 0 ? only : ring.find(kid ?? '');
      if (!key) throw new Error('Expected the key id of a key of the hub.');
      return key.publicKey;
    },
    keySet: () => ring.all,
  };
}
