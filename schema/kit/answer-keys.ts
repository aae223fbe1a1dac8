import { readFileSync } from 'node:fs';
import type { JWK } from 'jose';
import { keysDirectory } from './keys/config.ts';
import { keyFile, keyOrdinals } from './keys/key-files.ts';
import { KeyRing } from './keys/key-ring.ts';
import { type PublicKey, publicKeyOf, readPublicKey } from './keys/pair-ring.ts';
import { answerKeyUse } from './signed-answer.ts';

const PUBLIC_HALF = 'public.jwk.json';

/** Opens the public halves of a department's keys, of those that lie in the hub's folder of keys; there may be none. */
export function openAnswerKeys(dataDirectory: string, department: string): KeyRing<PublicKey> {
  const directory = keysDirectory(dataDirectory);
  const use = answerKeyUse(department);
  return new KeyRing(directory, () =>
    keyOrdinals(directory, use, PUBLIC_HALF).map((ordinal) =>
      readPublicKey(keyFile(directory, use, ordinal, PUBLIC_HALF)),
    ),
  );
}

/** The public keys of a file, a JWK or a JWKS (RFC 7517); throws where it holds something else. */
export function readAnswerKeys(file: string): PublicKey[] {
  const told = JSON.parse(readFileSync(file, 'utf8')) as JWK | { readonly keys: readonly JWK[] };
  return ('keys' in told ? told.keys : [told]).map((key) => publicKeyOf(file, key));
}
