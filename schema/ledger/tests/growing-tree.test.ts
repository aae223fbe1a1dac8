import { describe, expect, it } from 'vitest';
import { GrowingTree } from '../growing-tree.ts';
import { leafHashOf } from '../tree-hashes.ts';
import { rootOf } from './root-of.ts';

const leaves = (count: number) => Array.from({ length: count }, (_, leaf) => leafHashOf(`entry ${leaf}`));

describe('a growing tree', () => {
  it('has the root that RFC 9162 defines, whatever its size', () => {
    const tree = new GrowingTree();
    expect(tree.root.toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    for (const [index, leaf] of leaves(300).entries()) {
      tree.append(leaf);
      if (index < 70 || index % 37 === 0) expect(tree.root).toEqual(rootOf(leaves(index + 1)));
    }
  });

  it('goes on from its kept subtrees as if it had never stopped', () => {
    let kept = new GrowingTree();
    const whole = new GrowingTree();
    for (const leaf of leaves(100)) {
      whole.append(leaf);
      kept = new GrowingTree(kept.size, kept.peaks);
      kept.append(leaf);
      expect(kept.root).toEqual(whole.root);
    }
  });

  it('tells each whole subtree once, with the root of its leaves', () => {
    const tree = new GrowingTree();
    const told: string[] = [];
    const hashes = leaves(64);
    for (const leaf of hashes) {
      tree.append(leaf, (height, position, hash) => {
        told.push(`${height}/${position}`);
        expect(hash).toEqual(rootOf(hashes.slice(position * 2 ** height, (position + 1) * 2 ** height)));
      });
    }
    expect(new Set(told).size).toBe(63);
    expect(told).toHaveLength(63);
  });

  it('refuses subtree roots of another size', () => {
    expect(() => new GrowingTree(3, Buffer.alloc(32))).toThrow('Expected 64 bytes');
  });
});
