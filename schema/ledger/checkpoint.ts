import { LedgerRefused } from './ledger-refused.ts';
import { type Note, readNote } from './note.ts';
import { HASH_BYTES } from './tree-hashes.ts';

/** A head of the ledger. */
export interface Checkpoint {
  readonly origin: string;
  /** Entries that it covers. */
  readonly size: number;
  readonly root: Buffer;
}

/** A head as it was signed. */
export interface SignedCheckpoint extends Checkpoint {
  readonly note: Note;
}

/** The text of a head that is signed (C2SP tlog-checkpoint). */
export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${root.toString('base64')}\n`;

/** Reads a signed head without asking who signed it; throws NOTE_INVALID. */
export function readCheckpoint(content: string): SignedCheckpoint {
  const note = readNote(content);
  const [origin = '', size = '', root = ''] = note.text.split('\n');
  const hash = Buffer.from(root, 'base64');
  if (origin === '' || !/^(0|[1-9]\d{0,14})$/.test(size) || hash.length !== HASH_BYTES) {
    throw new LedgerRefused('NOTE_INVALID', 'Expected a checkpoint: origin, number of entries, root hash.');
  }
  return { origin, size: Number(size), root: hash, note };
}
