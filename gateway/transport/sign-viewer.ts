import { type CryptoKey, SignJWT } from 'jose';
import { v7 as uuidv7 } from 'uuid';
import { bodyDigest, VIEWER_ISSUER, VIEWER_LIFE_SECONDS } from '../../schema/kit/signed-viewer.ts';
import type { Viewer } from '../../schema/kit/viewer.ts';
import { VIEWER_ALGORITHM } from '../../schema/kit/viewer-keys.ts';

/** Signs a viewer for one department and one request body; the answer is good for thirty seconds and one use. */
export type SignViewer = (viewer: Viewer, department: string, body: string) => Promise<string>;

/** Signs with the hub's own key. */
export const createSignViewer =
  (key: CryptoKey): SignViewer =>
  (viewer, department, body) =>
    new SignJWT({ viewer, digest: bodyDigest(body) })
      .setProtectedHeader({ alg: VIEWER_ALGORITHM })
      .setIssuer(VIEWER_ISSUER)
      .setAudience(department)
      .setIssuedAt()
      .setExpirationTime(`${VIEWER_LIFE_SECONDS}s`)
      .setJti(uuidv7())
      .sign(key);
