import type { Database } from '../register/database.ts';
import { statement } from '../register/statement.ts';
import { appendGroup, growBy } from './append-group.ts';
import { type DisclosureDraft, disclosureEntry, type Entry, type RecordDraft, recordEntry } from './drafts.ts';
import { GrowingTree } from './growing-tree.ts';
import { LedgerRefused } from './ledger-refused.ts';

/** The tree as it stands. */
export interface LedgerState {
  /** What the ledger is called in its checkpoints. */
  readonly origin: string;
  readonly tree: GrowingTree;
}

/**
 * The record of what left the registers, and of what happened to the rules around them: the leaves of one Merkle tree in
 * the hub's own database, whichever processes write them.
 */
export interface Ledger {
  /** Enters reads; resolves once they are on disk, rejects with nothing entered where they cannot be written. */
  disclose(drafts: readonly DisclosureDraft[]): Promise<void>;
  /** Enters something about nobody, such as a changed purpose; as durable as a read. */
  record(draft: RecordDraft): Promise<void>;
  /** The tree as it stands on disk. */
  state(): Promise<LedgerState>;
}

interface TreeRow {
  readonly origin: string;
  readonly size: number;
  readonly peaks: Buffer;
}

const TREE = 'SELECT origin, size, peaks FROM ledger_tree WHERE id = 1';
const readTree = statement<TreeRow>(TREE);
const lockTree = statement<TreeRow>(`${TREE} FOR UPDATE`);

const ledgers = new WeakMap<Database, Ledger>();

/**
 * The ledger in the hub's database: one writer a process. Entries that arrive while a group is being written share the
 * next group and its flush. A group is first tried on the tree as this process left it; where another process moved
 * it, the group waits for its turn at the tree and follows on, so that there is one sequence and never a fork.
 */
export function ledgerIn(database: Database): Ledger {
  const known = ledgers.get(database);
  if (known) return known;
  let tree: GrowingTree | undefined;
  let waiting: { readonly entries: Entry[]; written: Promise<void> } | undefined;
  let writing: Promise<unknown> = Promise.resolve();

  const write = async (entries: readonly Entry[]): Promise<void> => {
    const last = tree;
    tree = undefined;
    if (last) {
      const grown = last.copy();
      const [{ moved } = { moved: 0 }] = await database.query(appendGroup, growBy(grown, entries));
      if (moved === 1) {
        tree = grown;
        return;
      }
    }
    tree = await database.transaction(async (client) => {
      const { rows } = await client.query<TreeRow>({ name: lockTree.name, text: lockTree.text });
      const grown = stateOf(rows).tree;
      const values = growBy(grown, entries);
      const { rows: told } = await client.query<{ moved: number }>({ ...named(appendGroup), values });
      if (told[0]?.moved !== 1) throw new LedgerRefused('LEDGER_BUSY', 'Expected the locked tree to move.');
      return grown;
    });
  };
  const append = (entries: readonly Entry[]): Promise<void> => {
    if (entries.length === 0) return Promise.resolve();
    if (waiting) {
      waiting.entries.push(...entries);
      return waiting.written;
    }
    const group = { entries: [...entries], written: Promise.resolve() };
    waiting = group;
    group.written = writing.then(() => {
      waiting = undefined;
      return write(group.entries);
    });
    writing = group.written.catch(() => undefined);
    return group.written;
  };

  const ledger: Ledger = {
    disclose: async (drafts) => append(drafts.map(disclosureEntry)),
    record: async (draft) => append([recordEntry(draft)]),
    state: async () => stateOf(await database.query(readTree, [])),
  };
  ledgers.set(database, ledger);
  return ledger;
}

const named = ({ name, text }: { readonly name: string; readonly text: string }) => ({ name, text });

function stateOf([row]: readonly TreeRow[]): LedgerState {
  if (!row) throw new LedgerRefused('LEDGER_MISSING', 'Expected the row of the ledger’s tree in the hub’s register.');
  return { origin: row.origin, tree: new GrowingTree(row.size, row.peaks) };
}
