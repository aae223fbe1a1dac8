import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { SubgraphContext } from './context.ts';
import { InvalidInput } from './refusals.ts';

const NONCE = 12;
const TAG = 16;

/** Last sort key of a page: the values that the next page's rows come after. */
export type Position = readonly (string | number)[];

/**
 * Seals a position as an opaque cursor (AES-256-GCM): nobody can read or forge one, and it opens only for the same
 * viewer, matter in hand, areas and list.
 */
export function sealCursor(context: SubgraphContext, list: string, position: Position): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', context.cursorKeys.newest.bytes, nonce).setAAD(binding(context, list));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(position), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/**
 * Opens a cursor of this list and viewer, whichever key of the ring sealed it; anything else is refused with
 * INVALID_CURSOR.
 */
export function openCursor(context: SubgraphContext, list: string, cursor: string): Position {
  const bytes = Buffer.from(cursor, 'base64url');
  // A lenient decoder takes several spellings of the same bytes; a cursor has one.
  if (bytes.toString('base64url') === cursor && bytes.length > NONCE + TAG) {
    const aad = binding(context, list);
    for (const key of context.cursorKeys.all) {
      const position = positionUnder(key.bytes, bytes, aad);
      if (position) return position;
    }
  }
  throw new InvalidInput('INVALID_CURSOR', 'Expected a cursor that this list gave to this viewer with this filter.');
}

function positionUnder(key: Buffer, bytes: Buffer, aad: Buffer): Position | undefined {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE), { authTagLength: TAG })
      .setAAD(aad)
      .setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    const opened = Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]);
    return JSON.parse(opened.toString('utf8')) as Position;
  } catch {
    return undefined;
  }
}

function binding({ viewer }: SubgraphContext, list: string): Buffer {
  const { user, client, organization, purpose, matter, areas } = viewer;
  return Buffer.from(JSON.stringify([user, client, organization, purpose, matter?.caseNumber ?? null, areas, list]));
}
