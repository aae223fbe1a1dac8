import { TILE_HEIGHT } from './append-group.ts';
import type { SignedCheckpoint } from './checkpoint.ts';
import type { Findings } from './findings.ts';
import type { GrowingTree } from './growing-tree.ts';
import type { KeptEntry } from './kept-entries.ts';

/** Entries whose root is kept together. */
export const TILE = 2 ** TILE_HEIGHT;

/** Roots of whole subtrees as they are kept, by `level/position`. */
export type KeptRoots = ReadonlyMap<string, Buffer>;

/** What a run knows beforehand. */
export interface RunFacts {
  /** The last entry there is, -1 where there is none. */
  readonly lastLeaf: number;
  /** Entries that the tree, or a signed head, covers: what lies beyond was put there by somebody else. */
  readonly covered: number;
  /** Entries before this may have been thinned. */
  readonly thinnedBefore: number;
}

const NEIGHBOURS = 4_096;
const MOST_SEARCHED = 100;

/** Goes over the entries in order and keeps the tree that they give. */
export class VerifyRun {
  entries = 0;
  thinned = 0;
  checkpoints = 0;
  /** Entries that the last head that was right covers. */
  signed: number;
  /** Whether the tree is not known at this place, since an entry is missing and its range is not whole yet. */
  isBroken = false;
  tree: GrowingTree;
  #tileStart: GrowingTree;
  #searched = 0;
  readonly #facts: RunFacts;
  readonly #findings: Findings;

  constructor(tree: GrowingTree, facts: RunFacts, findings: Findings) {
    this.tree = tree;
    this.#tileStart = tree.copy();
    this.signed = tree.size;
    this.#facts = facts;
    this.#findings = findings;
  }

  /** Looks at the entry of a place, and at the roots that are whole with it. */
  look(leaf: number, entry: KeptEntry | undefined, kept: KeptRoots): void {
    if (leaf >= this.#facts.covered) {
      if (entry) this.#findings.add('inserted', leaf);
      return;
    }
    if (!entry) {
      this.#findings.add(leaf > this.#facts.lastLeaf ? 'truncated' : 'removed', leaf);
      this.isBroken = true;
    } else {
      this.#compare(leaf, entry);
    }
    let tileRoot: Buffer | undefined;
    if (entry && !this.isBroken) {
      this.tree.append(entry.leafHash, (height, position, hash) => {
        if (height === TILE_HEIGHT) tileRoot = hash;
        else if (height % TILE_HEIGHT === 0) this.#compareRoot(height / TILE_HEIGHT, position, hash, kept);
      });
    }
    if ((leaf + 1) % TILE === 0) this.#endTile((leaf + 1) / TILE - 1, tileRoot, kept);
  }

  /**
   * Compares a head whose signature is right with the tree as it is at this place; where it is another, something since
   * `since` is, by default since the last head that was right.
   */
  compare(head: SignedCheckpoint, told: string, since = this.signed): void {
    if (!this.isBroken && this.tree.root.equals(head.root)) {
      this.checkpoints += 1;
      this.signed = head.size;
    } else if (!this.#findings.within(since, head.size - 1)) {
      this.#findings.add('rewritten', Math.min(since, head.size - 1), head.size - 1, `see ${told}`);
    }
  }

  #compare(leaf: number, entry: KeptEntry): void {
    this.entries += 1;
    if (entry.thinned) {
      this.thinned += 1;
      if (leaf >= this.#facts.thinnedBefore) this.#findings.add('erased', leaf);
      return;
    }
    if (entry.hashAt(leaf).equals(entry.leafHash)) return;
    const place = this.#placeOf(leaf, entry);
    if (place === undefined) this.#findings.add('edited', leaf);
    else this.#findings.add('reordered', leaf, leaf, `it was entered as ${place} (原为第 ${place} 条)`);
  }

  /** Where an entry was entered whose own hash is that of another place near by. */
  #placeOf(leaf: number, entry: KeptEntry): number | undefined {
    if (++this.#searched > MOST_SEARCHED) return undefined;
    const last = Math.min(leaf + NEIGHBOURS, this.#facts.covered);
    for (let place = Math.max(leaf - NEIGHBOURS, 0); place < last; place++) {
      if (entry.hashAt(place).equals(entry.leafHash)) return place;
    }
    return undefined;
  }

  /** Goes on from the root that is kept where the entries give another one: what follows is looked at all the same. */
  #endTile(position: number, root: Buffer | undefined, kept: KeptRoots): void {
    const keptRoot = kept.get(`1/${position}`);
    if (!root || !keptRoot?.equals(root)) {
      const range = [position * TILE, (position + 1) * TILE - 1] as const;
      if (!this.#findings.within(...range)) this.#findings.add('hashes', ...range);
      const canResume = keptRoot && this.#tileStart.size === range[0];
      if (canResume) {
        this.tree = this.#tileStart.copy();
        this.tree.appendSubtree(TILE_HEIGHT, keptRoot);
        this.isBroken = false;
      }
    }
    if (!this.isBroken) this.#tileStart = this.tree.copy();
  }

  #compareRoot(level: number, position: number, hash: Buffer, kept: KeptRoots): void {
    if (kept.get(`${level}/${position}`)?.equals(hash)) return;
    const count = TILE ** level;
    const range = [position * count, (position + 1) * count - 1] as const;
    if (!this.#findings.within(...range)) this.#findings.add('hashes', ...range);
  }
}
