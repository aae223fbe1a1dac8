import { readCheckpoint, type SignedCheckpoint } from '../../../schema/ledger/checkpoint.ts';
import { type NoteKey, signatureLine, signersOf } from '../../../schema/ledger/note.ts';
import { isConsistent } from '../../../schema/ledger/proof.ts';
import { WitnessAlarm } from './witness-alarm.ts';
import type { WitnessState } from './witness-state.ts';

/** The ledger as a witness sees it from outside. */
export interface WitnessedLedger {
  checkpoint(): Promise<string>;
  /** The hashes that prove that the ledger only grew. */
  consistency(from: number, to: number): Promise<Buffer[]>;
  /** Hands the signed head back. */
  cosign(note: string): Promise<void>;
}

/** What a witness did. */
export interface Witnessed {
  readonly size: number;
  /** Entries more than at the last time. */
  readonly grownBy: number;
}

/**
 * Looks at the newest head once: it must bear the hub's signature and contain all that was signed before. Then it is
 * remembered, signed and handed back. Throws {@link WitnessAlarm}, with nothing signed, where the ledger is another.
 */
export async function witnessOnce(
  ledger: WitnessedLedger,
  keys: readonly NoteKey[],
  state: WitnessState,
): Promise<Witnessed> {
  const content = await ledger.checkpoint();
  const last = state.last();
  const head = await soundHead(content, keys, last, ledger).catch((fault: unknown) => {
    if (fault instanceof WitnessAlarm) state.keepEvidence(content);
    throw fault;
  });
  const { text } = head.note;
  const own = head.note.signatures.filter(({ name, id }) => keys.some((key) => key.name === name && key.id.equals(id)));
  const signed = `${text}\n${own.map(({ line }) => line).join('')}`;
  // Before it is signed: a witness that is killed meanwhile must not sign another head of this size.
  state.remember(signed);
  const line = signatureLine(text, state.key, state.privateKey, Math.floor(Date.now() / 1_000));
  await ledger.cosign(signed + line);
  return { size: head.size, grownBy: head.size - (last?.size ?? 0) };
}

async function soundHead(
  content: string,
  keys: readonly NoteKey[],
  last: SignedCheckpoint | undefined,
  ledger: WitnessedLedger,
): Promise<SignedCheckpoint> {
  const head = headOf(content);
  const origin = keys[0]?.name;
  if (!head || head.origin !== origin || signersOf(head.note, keys).length === 0) {
    throw new WitnessAlarm('CHECKPOINT_INVALID', `Expected a checkpoint of ${origin} with the signature of its key.`);
  }
  if (!last) return head;
  if (head.size < last.size) {
    throw new WitnessAlarm(
      'LEDGER_SHRUNK',
      `The ledger had ${last.size} entries and now has ${head.size}: its end was cut off (账本末尾被截断).`,
    );
  }
  const proof = head.size === last.size ? [] : await ledger.consistency(last.size, head.size);
  if (!isConsistent(last, head, proof)) {
    throw new WitnessAlarm(
      'LEDGER_FORKED',
      `The ledger of ${head.size} entries does not contain the ${last.size} that were signed before (账本被改写或分叉).`,
    );
  }
  return head;
}

function headOf(content: string): SignedCheckpoint | null {
  try {
    return readCheckpoint(content);
  } catch {
    return null;
  }
}
