import { readCheckpoint } from './checkpoint.ts';
import { commitmentOf, type DisclosureLeaf, disclosureText, personsHashOf } from './entry.ts';
import { type NoteKey, signersOf } from './note.ts';
import { rootByInclusion } from './proof.ts';
import { leafHashOf } from './tree-hashes.ts';

/** An entry with all that shows, without the hub, that it is in the ledger and concerns the person. */
export interface ProvenEntry {
  readonly leaf: number;
  readonly entry: DisclosureLeaf;
  /** What stands for each person of the entry, base64url; of the others nothing can be told from it. */
  readonly commitments: readonly string[];
  /** Opens the person's own. */
  readonly person: string;
  readonly personKey: string;
  /** Base64. */
  readonly proof: readonly string[];
}

/** Reads of one person, proved. */
export interface Extract {
  readonly form: 'hub-ledger-extract/1';
  readonly person: string;
  /** RFC 3339. */
  readonly madeAt: string;
  /** Reads that the person may be told of, those on other pages included. */
  readonly total: number;
  /** Which page of these, newest first, and how many there are. */
  readonly page: number;
  readonly pages: number;
  /** A signed head of the ledger. */
  readonly checkpoint: string;
  /** The key that signed it, as it is handed out. */
  readonly key: string;
  readonly entries: readonly ProvenEntry[];
  /** Chinese and English names of what stands in the entries as a code. */
  readonly labels: Readonly<Record<string, string>>;
}

/** What is wrong with an extract, one line each; none where all of it is in the ledger that these keys sign. */
export function faultsOf({ checkpoint, entries }: Extract, keys: readonly NoteKey[]): string[] {
  const { origin, size, root, note } = readCheckpoint(checkpoint);
  const isSigned = keys.some((key) => key.name === origin && signersOf(note, [key]).length > 0);
  const faults = isSigned ? [] : ['the checkpoint is not signed by a known key (检查点签名无效)'];
  for (const { leaf, entry, commitments, person, personKey, proof } of entries) {
    const all = commitments.map((commitment) => Buffer.from(commitment, 'base64url'));
    const own = commitmentOf(person, personKey);
    const hash = leafHashOf(disclosureText(leaf, entry));
    const hashes = proof.map((one) => Buffer.from(one, 'base64'));
    if (!rootByInclusion(hash, leaf, size, hashes)?.equals(root)) {
      faults.push(`entry ${leaf} is not in the ledger as it stands here (条目与账本不符)`);
    } else if (personsHashOf(all) !== entry.personsHash || !all.some((one) => one.equals(own))) {
      faults.push(`entry ${leaf} does not concern this person (条目与本人无关)`);
    }
  }
  return faults;
}
