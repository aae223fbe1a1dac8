import { describe, expect, it } from 'vitest';
import { isConsistent, proveConsistency, proveInclusion, rootByInclusion } from '../proof.ts';
import { leafHashOf } from '../tree-hashes.ts';
import { rootOf } from './root-of.ts';

const LARGEST = 40;
const leaves = Array.from({ length: LARGEST }, (_, leaf) => leafHashOf(`entry ${leaf}`));
const rangeRoot = (from: number, to: number) => Promise.resolve(rootOf(leaves.slice(from, to)));
const treeOf = (size: number) => ({ size, root: rootOf(leaves.slice(0, size)) });

describe('a proof of inclusion', () => {
  it('leads every leaf of every tree to its root, and no other leaf', async () => {
    for (let size = 1; size <= LARGEST; size++) {
      for (let leaf = 0; leaf < size; leaf++) {
        const proof = await proveInclusion(rangeRoot, leaf, size);
        expect(rootByInclusion(leaves[leaf] as Buffer, leaf, size, proof)).toEqual(treeOf(size).root);
        expect(rootByInclusion(leafHashOf('another'), leaf, size, proof)).not.toEqual(treeOf(size).root);
        const elsewhere = rootByInclusion(leaves[leaf] as Buffer, (leaf + 1) % size, size, proof);
        if (size > 1) expect(elsewhere).not.toEqual(treeOf(size).root);
        expect(rootByInclusion(leaves[leaf] as Buffer, leaf, size, [...proof, leafHashOf('more')])).toBeNull();
        if (size > 1)
          expect(rootByInclusion(leaves[leaf] as Buffer, leaf, size, proof.slice(1))).not.toEqual(treeOf(size).root);
      }
    }
  });

  it('is none for a leaf that the tree does not have', () => {
    expect(rootByInclusion(leaves[0] as Buffer, 1, 1, [])).toBeNull();
    expect(rootByInclusion(leaves[0] as Buffer, -1, 1, [])).toBeNull();
  });
});

describe('a proof of consistency', () => {
  it('holds between every two trees of which one grew into the other, and between no others', async () => {
    for (let later = 0; later <= LARGEST; later++) {
      for (let size = 0; size <= later; size++) {
        const proof = await proveConsistency(rangeRoot, size, later);
        expect(isConsistent(treeOf(size), treeOf(later), proof)).toBe(true);
        const forged = { size: later, root: leafHashOf('forged') };
        if (size > 0) {
          expect(isConsistent(treeOf(size), forged, proof)).toBe(false);
          expect(isConsistent({ size, root: leafHashOf('forged') }, treeOf(later), proof)).toBe(false);
        }
        if (size < later) expect(isConsistent(treeOf(later), treeOf(size), proof)).toBe(false);
        if (proof.length > 0) expect(isConsistent(treeOf(size), treeOf(later), proof.slice(1))).toBe(false);
        expect(isConsistent(treeOf(size), treeOf(later), [...proof, leafHashOf('more')])).toBe(false);
      }
    }
  });
});
