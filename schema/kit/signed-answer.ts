import { decodeProtectedHeader, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { KeyRing } from './keys/key-ring.ts';
import type { PairKey, PublicKey } from './keys/pair-ring.ts';
import { sha256 } from './sha-256.ts';
import { HANDOVER_ALGORITHM, VIEWER_ISSUER } from './signed-viewer.ts';

/** The header that carries a department's signature of its answer to the gateway. */
export const ANSWER_HEADER = 'x-hub-answer';

const ANSWER_TYPE = 'hub-answer+jwt';

/** The use of the keys that a department signs its answers with. */
export const answerKeyUse = (department: string): string => `answer-${department}`;

/** What a department signs when it answers: a JWT with these claims, `iss` the department, `aud` the hub, `iat` now. */
export interface AnswerClaims {
  /** Id of the client's request, as the ledger has it. */
  readonly request: string;
  /** SHA-256 (base64url) of the signed viewer that it answers: whose question, why, what for, and which. */
  readonly asked: string;
  /** SHA-256 (base64url) of the answer's bytes. */
  readonly digest: string;
  /** When it was signed, in seconds since 1970. */
  readonly iat: number;
}

/** A department's word for an answer: fit to be kept without the answer itself, and to be held against it later. */
export interface SignedAnswer {
  /** SHA-256 (base64url) of the answer's bytes. */
  readonly digest: string;
  /** The signature and what it is over: a JWS in its compact form. */
  readonly signature: string;
  /** Which of the department's keys made it (RFC 7638 thumbprint). */
  readonly keyId: string;
}

/** Signs an answer to a signed viewer. */
export type SignAnswer = (request: string, signedViewer: string, body: string) => Promise<string>;

/** Signs with the department's newest key. */
export const createSignAnswer =
  (department: string, keys: KeyRing<PairKey>): SignAnswer =>
  (request, signedViewer, body) => {
    const { id, privateKey } = keys.newest;
    return new SignJWT({ request, asked: sha256(signedViewer), digest: sha256(body) })
      .setProtectedHeader({ alg: HANDOVER_ALGORITHM, typ: ANSWER_TYPE, kid: id })
      .setIssuer(department)
      .setAudience(VIEWER_ISSUER)
      .setIssuedAt()
      .sign(privateKey);
  };

const claims = z.object({ request: z.string(), asked: z.string(), digest: z.string(), iat: z.number() });

/**
 * Tells what a department said by its signature, whenever that was; undefined where none of these keys made it for an
 * answer of this department, or where it is for another answer than this body.
 */
export async function verifyAnswer(
  department: string,
  signature: string,
  body: string | Buffer,
  keyOf: (id: string) => PublicKey | undefined,
): Promise<(AnswerClaims & { readonly keyId: string }) | undefined> {
  try {
    const { kid = '' } = decodeProtectedHeader(signature);
    const key = keyOf(kid);
    if (!key) return undefined;
    const { payload } = await jwtVerify(signature, key.publicKey, {
      algorithms: [HANDOVER_ALGORITHM],
      typ: ANSWER_TYPE,
      issuer: department,
      audience: VIEWER_ISSUER,
    });
    const signed = claims.parse(payload);
    return signed.digest === sha256(body) ? { ...signed, keyId: key.id } : undefined;
  } catch {
    return undefined;
  }
}
