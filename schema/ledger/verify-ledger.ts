import type { Database } from '../register/database.ts';
import { statement } from '../register/statement.ts';
import { readCheckpoint, type SignedCheckpoint } from './checkpoint.ts';
import { type Finding, Findings } from './findings.ts';
import { GrowingTree } from './growing-tree.ts';
import { type KeptEntry, type KeptPage, keptPages } from './kept-entries.ts';
import { keptRangeRoots } from './kept-hashes.ts';
import { type NoteKey, signersOf } from './note.ts';
import { TILE, VerifyRun } from './verify-run.ts';
import { findWithholding } from './verify-withholding.ts';

/** What a verification may be told. */
export interface VerifyOptions {
  /** The public keys that signed heads of this ledger, old ones included. */
  readonly keys: readonly NoteKey[];
  /** A head that was saved elsewhere. */
  readonly saved?: SignedCheckpoint | undefined;
  /** The first entry to look at; of those before, the kept hashes are believed as far as a signed head confirms them. */
  readonly from?: number;
  readonly onProgress?: (done: number, total: number) => void;
}

/** What a verification found. */
export interface Verification {
  readonly findings: readonly Finding[];
  readonly findingCount: number;
  /** Entries looked at. */
  readonly entries: number;
  /** Of these, whose hash alone is left. */
  readonly thinned: number;
  /** Heads whose signature and root are right. */
  readonly checkpoints: number;
  /** Entries that the newest of these covers. */
  readonly signed: number;
  readonly size: number;
  /** Base64. */
  readonly root: string;
}

interface Snapshot {
  readonly origin: string;
  readonly size: number;
  readonly peaks: Buffer;
  readonly lastLeaf: number;
  readonly lastHead: number;
}

const snapshotOf = statement<Snapshot>(`
  SELECT origin, size, peaks,
    greatest((SELECT max(leaf) FROM disclosure), (SELECT max(leaf) FROM ledger_record), -1) AS "lastLeaf",
    coalesce((SELECT max(size) FROM ledger_checkpoint), 0) AS "lastHead"
  FROM ledger_tree WHERE id = 1`);
const thinnedBefore = statement<{ leaf: number }>(`
  SELECT coalesce(max((facts::jsonb ->> 'before')::bigint), 0) AS leaf
  FROM ledger_record WHERE kind = 'ledger.thinned'`);
const heads = statement<{ size: number; note: string }>(
  'SELECT size, note FROM ledger_checkpoint WHERE size > $1 AND size <= $2 ORDER BY size',
);
const roots = statement<{ level: number; position: number; hash: Buffer }>(`
  SELECT level, position, hash FROM ledger_node
  WHERE level = 1 AND position >= $1 / 256 AND position < $2 / 256
    OR level > 1 AND (position + 1) * power(256, level)::bigint > $1
    AND (position + 1) * power(256, level)::bigint <= $2`);

/**
 * Looks at every entry, in order and with constant memory: whether it is what its hash says, whether the hashes give the
 * roots that were signed, and whether any is missing, added or elsewhere. What was edited together with its hash is
 * found by the roots kept for each 256 entries, what was edited together with these by the heads that were signed, and
 * what was signed anew by a head that was saved elsewhere.
 */
export async function verifyLedger(
  database: Database,
  { keys, saved, from = 0, onProgress }: VerifyOptions,
): Promise<Verification> {
  const findings = new Findings();
  const [snapshot] = await database.query(snapshotOf, []);
  if (!snapshot) {
    findings.add('tree', 0, 0, 'its row is missing (缺失)');
    return {
      findings: findings.list,
      findingCount: 1,
      entries: 0,
      thinned: 0,
      checkpoints: 0,
      signed: 0,
      size: 0,
      root: '',
    };
  }
  const { origin, size, peaks, lastLeaf, lastHead } = snapshot;
  const [thinnedRow] = await database.query(thinnedBefore, []);
  const covered = Math.max(size, lastHead, saved?.size ?? 0);
  const end = Math.max(covered, lastLeaf + 1);
  const start = Math.floor(Math.min(from, size) / TILE) * TILE;
  const facts = { lastLeaf, covered, thinnedBefore: thinnedRow?.leaf ?? 0 };
  const run = new VerifyRun(await treeOf(database, start), facts, findings);

  const isSound = (head: SignedCheckpoint, told: string): boolean => {
    const fault =
      head.origin !== origin
        ? 'is of another ledger (属于另一账本)'
        : signersOf(head.note, keys).length === 0 && 'is not signed by a known key (签名无效)';
    if (fault) findings.add('checkpoint', Math.max(head.size - 1, 0), Math.max(head.size - 1, 0), `${told} ${fault}`);
    return !fault;
  };
  const due = saved && isSound(saved, SAVED) ? saved : undefined;
  if (due && due.size <= start) {
    const root = due.size === 0 ? new GrowingTree().root : await keptRangeRoots(database)(0, due.size);
    if (!root.equals(due.root)) findings.add('rewritten', 0, due.size - 1, `see ${SAVED}`);
  }
  for await (const page of keptPages(database, start, end)) {
    const kept = new Map<string, Buffer>();
    for (const { level, position, hash } of await database.query(roots, [page.from, page.to])) {
      kept.set(`${level}/${position}`, hash);
    }
    const signed = await database.query(heads, [page.from, page.to]);
    const byPlace = placesOf(page, findings);
    for (let leaf = page.from; leaf < page.to; leaf++) {
      run.look(leaf, byPlace[leaf - page.from], kept);
      while (signed[0]?.size === leaf + 1) {
        const told = `the checkpoint of ${leaf + 1} entries (检查点)`;
        const head = headOf((signed.shift() as { note: string }).note, leaf + 1);
        if (!head) findings.add('checkpoint', leaf, leaf, `${told} cannot be read (无法读取)`);
        else if (isSound(head, told)) run.compare(head, told);
      }
      if (due?.size === leaf + 1) run.compare(due, SAVED, 0);
    }
    onProgress?.(page.to - start, end - start);
  }
  if (findings.count === 0 && (run.tree.size !== size || !run.tree.peaks.equals(peaks)))
    findings.add('tree', 0, size - 1);
  await findWithholding(database, findings);
  const { entries, thinned, checkpoints, signed, tree } = run;
  const root = tree.root.toString('base64');
  return {
    findings: findings.list,
    findingCount: findings.count,
    entries,
    thinned,
    checkpoints,
    signed,
    size: tree.size,
    root,
  };
}

const SAVED = 'the saved checkpoint (另存的检查点)';

/** The entries of a page by place; a second one at a place was put there. */
function placesOf({ from, to, entries }: KeptPage, findings: Findings): (KeptEntry | undefined)[] {
  const places = new Array<KeptEntry | undefined>(to - from);
  for (const entry of entries) {
    const known = places[entry.leaf - from];
    if (known) findings.add('inserted', entry.leaf);
    if (!known || entry.hashAt(entry.leaf).equals(entry.leafHash)) places[entry.leaf - from] = entry;
  }
  return places;
}

function headOf(note: string, size: number): SignedCheckpoint | null {
  try {
    const head = readCheckpoint(note);
    return head.size === size ? head : null;
  } catch {
    return null;
  }
}

/** The tree of the first entries by the roots that are kept, of a whole number of tiles. */
async function treeOf(database: Database, size: number): Promise<GrowingTree> {
  const tree = new GrowingTree();
  const rangeRoot = keptRangeRoots(database);
  for (let at = 0; at < size; ) {
    let height = 0;
    while (at % 2 ** (height + 1) === 0 && at + 2 ** (height + 1) <= size) height += 1;
    tree.appendSubtree(height, await rangeRoot(at, at + 2 ** height));
    at += 2 ** height;
  }
  return tree;
}
