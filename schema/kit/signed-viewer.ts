import { decodeProtectedHeader, jwtVerify } from 'jose';
import { z } from 'zod';
import type { KeyRing } from './keys/key-ring.ts';
import type { PublicKey } from './keys/pair-ring.ts';
import { SeenIds } from './seen-ids.ts';
import { sha256 } from './sha-256.ts';
import type { Viewer } from './viewer.ts';

/** The header that carries the viewer from the gateway to a department. */
export const VIEWER_HEADER = 'x-hub-viewer';
export const VIEWER_ISSUER = 'county-governance-hub';
export const VIEWER_TYPE = 'hub-viewer+jwt';
/** The use of the keys that the hub signs viewers with. */
export const VIEWER_KEY_USE = 'viewer';
/** What viewers and answers are signed by (RFC 8037). */
export const HANDOVER_ALGORITHM = 'EdDSA';
/** How long a signed viewer may be under way. */
export const VIEWER_LIFE_SECONDS = 30;

const CLOCK_SKEW_SECONDS = 5;

/** A request to a department that nobody who may ask stands behind. */
export class ViewerRefused extends Error {
  readonly code: 'VIEWER_REQUIRED' | 'VIEWER_INVALID';

  constructor(code: ViewerRefused['code'], message: string) {
    super(message);
    this.code = code;
  }
}

const list = z.array(z.string()).readonly();
const claims = z.object({
  jti: z.string().min(1),
  iat: z.number(),
  digest: z.string(),
  viewer: z.strictObject({
    request: z.string(),
    user: z.string(),
    client: z.string(),
    persona: z.string(),
    organization: z.string().nullable(),
    department: z.string().nullable(),
    areas: list,
    purpose: z.string().nullable(),
    scopes: list,
    matterScopes: list,
    matter: z.strictObject({ caseNumber: z.string().nullable(), persons: list, households: list }).nullable(),
    admitted: list,
    withheld: list,
    breakGlass: z.boolean(),
  }) satisfies z.ZodType<Viewer>,
});

/** Tells on whose behalf a request with this header and body asks; throws {@link ViewerRefused}. */
export type VerifyViewer = (header: string | undefined, body: string | Buffer) => Promise<Viewer>;

/**
 * Verifies viewers that the hub signed for this department (RFC 8725: type, algorithm, issuer and audience are pinned):
 * not expired, for this body, and for the first time. Which came before this process did is not remembered, so those
 * that were signed before are refused.
 */
export function createVerifyViewer(department: string, keys: KeyRing<PublicKey>): VerifyViewer {
  const since = Math.floor(Date.now() / 1_000) - CLOCK_SKEW_SECONDS;
  const seen = new SeenIds((VIEWER_LIFE_SECONDS + 2 * CLOCK_SKEW_SECONDS) * 1_000);
  return async (header, body) => {
    if (!header) throw new ViewerRefused('VIEWER_REQUIRED', `Expected the header ${VIEWER_HEADER}, signed by the hub.`);
    const claimed = await claimsOf(header, department, keys);
    if (claimed?.digest !== sha256(body) || claimed.iat < since || !seen.add(claimed.jti)) {
      throw new ViewerRefused(
        'VIEWER_INVALID',
        `Expected a viewer that the hub signed for ${department} and this request, not expired and not used before.`,
      );
    }
    return claimed.viewer;
  };
}

async function claimsOf(token: string, department: string, keys: KeyRing<PublicKey>) {
  try {
    const key = keys.find(decodeProtectedHeader(token).kid ?? '');
    if (!key) return undefined;
    const { payload } = await jwtVerify(token, key.publicKey, {
      algorithms: [HANDOVER_ALGORITHM],
      typ: VIEWER_TYPE,
      issuer: VIEWER_ISSUER,
      audience: department,
      maxTokenAge: VIEWER_LIFE_SECONDS,
      clockTolerance: CLOCK_SKEW_SECONDS,
      requiredClaims: ['exp', 'iat', 'jti'],
    });
    return claims.parse(payload);
  } catch {
    return undefined;
  }
}
