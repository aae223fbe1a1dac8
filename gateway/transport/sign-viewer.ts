import { SignJWT } from 'jose';
import { v7 as uuidv7 } from 'uuid';
import type { KeyRing } from '../../schema/kit/keys/key-ring.ts';
import type { PairKey } from '../../schema/kit/keys/pair-ring.ts';
import { sha256 } from '../../schema/kit/sha-256.ts';
import { HANDOVER_ALGORITHM, VIEWER_ISSUER, VIEWER_LIFE_SECONDS, VIEWER_TYPE } from '../../schema/kit/signed-viewer.ts';
import type { Viewer } from '../../schema/kit/viewer.ts';

/** Signs a viewer for one department and one request body; the answer is good for thirty seconds and one use. */
export type SignViewer = (viewer: Viewer, department: string, body: string) => Promise<string>;

/** Signs with the hub's newest key. */
export const createSignViewer =
  (keys: KeyRing<PairKey>): SignViewer =>
  (viewer, department, body) => {
    const { id, privateKey } = keys.newest;
    return new SignJWT({ viewer, digest: sha256(body) })
      .setProtectedHeader({ alg: HANDOVER_ALGORITHM, typ: VIEWER_TYPE, kid: id })
      .setIssuer(VIEWER_ISSUER)
      .setAudience(department)
      .setIssuedAt()
      .setExpirationTime(`${VIEWER_LIFE_SECONDS}s`)
      .setJti(uuidv7())
      .sign(privateKey);
  };
