import type { KeyRing } from '../../schema/kit/keys/key-ring.ts';
import type { PublicKey } from '../../schema/kit/keys/pair-ring.ts';
import { sha256 } from '../../schema/kit/sha-256.ts';
import { type SignedAnswer, verifyAnswer } from '../../schema/kit/signed-answer.ts';
import { unusable } from './department-failure.ts';

/** What is asked of departments that run apart: nothing, a signature where its key is known, or one in any case. */
export type SignedAnswers = 'ignore' | 'known' | 'require';

/**
 * Holds an answer against its department's signature and the signed viewer that it answers; rejects with a
 * DepartmentFailure. Undefined where the department need not sign.
 */
export type CheckAnswer = (
  signature: string | undefined,
  signedViewer: string,
  body: Buffer,
) => Promise<SignedAnswer | undefined>;

/** Takes answers as they are. */
export const acceptAnyAnswer: CheckAnswer = () => Promise.resolve(undefined);

/** Checks with a department's keys: an answer that it does not vouch for is SOURCE_INVALID. */
export function createCheckAnswer(department: string, keys: KeyRing<PublicKey>, asked: SignedAnswers): CheckAnswer {
  if (asked === 'ignore') return acceptAnyAnswer;
  return async (signature, signedViewer, body) => {
    if (asked === 'known' && keys.all.length === 0) return undefined;
    const claims = signature && (await verifyAnswer(department, signature, body, (id) => keys.find(id)));
    if (!claims || claims.asked !== sha256(signedViewer)) {
      throw unusable(`Expected ${department} to sign its answer to this request with a key that the hub knows.`);
    }
    return { digest: claims.digest, signature: signature as string, keyId: claims.keyId };
  };
}
