import { EMPTY_ROOT, HASH_BYTES, nodeHashOf } from './tree-hashes.ts';

/** A whole subtree that an append completed: of 2^height leaves, the nth of its height. */
export type OnSubtree = (height: number, position: number, hash: Buffer) => void;

/** A Merkle tree (RFC 9162) of which only the roots of its whole subtrees are kept: enough to append and to tell its root. */
export class GrowingTree {
  size: number;
  #peaks: Buffer[];

  /** An empty tree, or one of this size whose whole subtrees, largest first, have these roots. */
  constructor(size = 0, peaks: Uint8Array = Buffer.alloc(0)) {
    const expected = ones(size) * HASH_BYTES;
    if (peaks.length !== expected) throw new Error(`Expected ${expected} bytes of subtree roots, got ${peaks.length}.`);
    this.size = size;
    this.#peaks = [];
    for (let at = 0; at < peaks.length; at += HASH_BYTES)
      this.#peaks.push(Buffer.from(peaks.subarray(at, at + HASH_BYTES)));
  }

  /** Appends a leaf by its hash and tells every whole subtree that is complete now. */
  append(leafHash: Buffer, onSubtree?: OnSubtree): void {
    this.appendSubtree(0, leafHash, onSubtree);
  }

  /** Appends a whole subtree of 2^from leaves by its root; the tree's size must be a multiple of that. */
  appendSubtree(from: number, root: Buffer, onSubtree?: OnSubtree): void {
    let hash = root;
    let position = this.size / 2 ** from;
    for (let height = from; position % 2 === 1; height++) {
      hash = nodeHashOf(this.#peaks.pop() as Buffer, hash);
      position = (position - 1) / 2;
      onSubtree?.(height + 1, position, hash);
    }
    this.#peaks.push(hash);
    this.size += 2 ** from;
  }

  /** Roots of the whole subtrees, largest first. */
  get peaks(): Buffer {
    return Buffer.concat(this.#peaks);
  }

  get root(): Buffer {
    return this.#peaks.length === 0 ? EMPTY_ROOT : this.#peaks.reduceRight((right, left) => nodeHashOf(left, right));
  }

  /** An independent copy. */
  copy(): GrowingTree {
    return new GrowingTree(this.size, this.peaks);
  }
}

function ones(size: number): number {
  let count = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  return count;
}
