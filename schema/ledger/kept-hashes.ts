import type { Database } from '../register/database.ts';
import { statement } from '../register/statement.ts';
import { TILE_HEIGHT } from './append-group.ts';
import { GrowingTree } from './growing-tree.ts';
import { LedgerRefused } from './ledger-refused.ts';
import type { RangeRoot } from './proof.ts';
import { nodeHashOf } from './tree-hashes.ts';

const TILE = 2 ** TILE_HEIGHT;

const leafHashes = statement<{ hash: Buffer }>(`
  SELECT hash FROM (
    SELECT leaf, leaf_hash AS hash FROM disclosure WHERE leaf >= $1 AND leaf < $2
    UNION ALL SELECT leaf, leaf_hash FROM ledger_record WHERE leaf >= $1 AND leaf < $2) entry
  ORDER BY leaf`);
const nodeHashes = statement<{ hash: Buffer }>(
  'SELECT hash FROM ledger_node WHERE level = $1 AND position >= $2 AND position < $3 ORDER BY position',
);

/** Roots over ranges of leaves, of the hashes as the ledger keeps them: 256 are read at a time, and once. */
export function keptRangeRoots(database: Database): RangeRoot {
  const tiles = new Map<string, Promise<Buffer[]>>();
  const tile = (level: number, number: number): Promise<Buffer[]> => {
    const key = `${level}/${number}`;
    let read = tiles.get(key);
    if (!read) {
      const range = [number * TILE, (number + 1) * TILE];
      const rows = level === 0 ? database.query(leafHashes, range) : database.query(nodeHashes, [level, ...range]);
      tiles.set(key, (read = rows.then((found) => found.map(({ hash }) => hash))));
    }
    return read;
  };
  const subtree = async (height: number, position: number): Promise<Buffer> => {
    const level = Math.floor(height / TILE_HEIGHT);
    const count = 2 ** (height % TILE_HEIGHT);
    const first = position * count;
    const hashes = (await tile(level, Math.floor(first / TILE))).slice(first % TILE, (first % TILE) + count);
    if (hashes.length !== count) {
      throw new LedgerRefused(
        'RANGE_INVALID',
        `Expected the ledger to keep the hashes of leaves ${position * 2 ** height} and after.`,
      );
    }
    const tree = new GrowingTree();
    for (const hash of hashes) tree.append(hash);
    return tree.root;
  };
  return async (from, to) => {
    const roots: Promise<Buffer>[] = [];
    for (let at = from; at < to; ) {
      let height = 0;
      while (at % 2 ** (height + 1) === 0 && at + 2 ** (height + 1) <= to) height += 1;
      roots.push(subtree(height, at / 2 ** height));
      at += 2 ** height;
    }
    return (await Promise.all(roots)).reduceRight((right, left) => nodeHashOf(left, right));
  };
}
