import { readCheckpoint } from '../../../schema/ledger/checkpoint.ts';
import type { Checkpoints } from '../../../schema/ledger/checkpoints.ts';
import { LedgerRefused } from '../../../schema/ledger/ledger-refused.ts';
import { type NoteKey, signersOf } from '../../../schema/ledger/note.ts';

/**
 * Keeps what witnesses signed of a head of this ledger and answers how many signatures were taken. Throws NOTE_INVALID
 * where it is no head that was signed here, KEY_UNKNOWN where no known witness signed it.
 */
export async function takeCosignature(
  content: string,
  checkpoints: Checkpoints,
  witnesses: readonly NoteKey[],
): Promise<number> {
  const { size, note } = readCheckpoint(content);
  const kept = await checkpoints.ofSize(size);
  if (!kept || readCheckpoint(kept.note).note.text !== note.text) {
    throw new LedgerRefused('NOTE_INVALID', 'Expected a checkpoint that this ledger signed and keeps.');
  }
  const signers = signersOf(note, witnesses).filter(({ kind }) => kind === 'cosignature');
  if (signers.length === 0) {
    throw new LedgerRefused('KEY_UNKNOWN', 'Expected the signature of a witness whose key is in keys/witnesses.txt.');
  }
  for (const { name, id } of signers) {
    const found = note.signatures.find((one) => one.name === name && one.id.equals(id));
    // One witness, one line: it may sign the same head as often as it likes.
    const isKept = kept.cosignatures.some((line) => line.startsWith(`— ${name} `));
    if (found && !isKept) await checkpoints.addCosignature(size, found.line);
  }
  return signers.length;
}
