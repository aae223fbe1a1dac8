import { createHash } from 'node:crypto';
import { type CryptoKey, jwtVerify } from 'jose';
import { z } from 'zod';
import { SeenIds } from './seen-ids.ts';
import type { Viewer } from './viewer.ts';
import { VIEWER_ALGORITHM } from './viewer-keys.ts';

/** The header that carries the viewer from the gateway to a department. */
export const VIEWER_HEADER = 'x-hub-viewer';
export const VIEWER_ISSUER = 'county-governance-hub';
/** How long a signed viewer may be under way. */
export const VIEWER_LIFE_SECONDS = 30;

const CLOCK_SKEW_SECONDS = 5;

/** Binds a viewer to the body of the one request it was signed for: SHA-256, base64url. */
export const bodyDigest = (body: string | Buffer): string => createHash('sha256').update(body).digest('base64url');

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
 * Verifies viewers that the hub signed for this department (RFC 8725: algorithm, issuer and audience are pinned):
 * not expired, for this body, and for the first time.
 */
export function createVerifyViewer(department: string, key: CryptoKey): VerifyViewer {
  const seen = new SeenIds((VIEWER_LIFE_SECONDS + 2 * CLOCK_SKEW_SECONDS) * 1_000);
  return async (header, body) => {
    if (!header) throw new ViewerRefused('VIEWER_REQUIRED', `Expected the header ${VIEWER_HEADER}, signed by the hub.`);
    const claimed = await claimsOf(header, department, key);
    if (claimed?.digest !== bodyDigest(body) || !seen.add(claimed.jti)) {
      throw new ViewerRefused(
        'VIEWER_INVALID',
        `Expected a viewer that the hub signed for ${department} and this request, not expired and not used before.`,
      );
    }
    return claimed.viewer;
  };
}

async function claimsOf(token: string, department: string, key: CryptoKey) {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: [VIEWER_ALGORITHM],
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
