import { EMPTY_ROOT, nodeHashOf } from './tree-hashes.ts';

/** Answers the root over the leaves [from, to), a range as a proof needs it. */
export type RangeRoot = (from: number, to: number) => Promise<Buffer>;

/** Proves that a leaf is in the tree of this size: the hashes beside its way to the root (RFC 9162, 2.1.3.1). */
export async function proveInclusion(rangeRoot: RangeRoot, leaf: number, size: number): Promise<Buffer[]> {
  const ranges: [number, number][] = [];
  let from = 0;
  let to = size;
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    if (leaf < middle) {
      ranges.unshift([middle, to]);
      to = middle;
    } else {
      ranges.unshift([from, middle]);
      from = middle;
    }
  }
  return Promise.all(ranges.map((range) => rangeRoot(...range)));
}

/** Proves that the tree of one size only grew to that of a later size (RFC 9162, 2.1.4.1). */
export async function proveConsistency(rangeRoot: RangeRoot, size: number, later: number): Promise<Buffer[]> {
  if (size === 0 || size === later) return [];
  const ranges: [number, number][] = [];
  let from = 0;
  let to = later;
  let isWhole = true;
  while (size < to) {
    const middle = from + splitOf(to - from);
    if (size <= middle) {
      ranges.unshift([middle, to]);
      to = middle;
    } else {
      ranges.unshift([from, middle]);
      from = middle;
      isWhole = false;
    }
  }
  if (!isWhole) ranges.unshift([from, to]);
  return Promise.all(ranges.map((range) => rangeRoot(...range)));
}

/** The root that an inclusion proof leads to; null where the proof has not the form for this place (RFC 9162, 2.1.3.2). */
export function rootByInclusion(leafHash: Buffer, leaf: number, size: number, proof: readonly Buffer[]): Buffer | null {
  if (leaf < 0 || leaf >= size) return null;
  let hash = leafHash;
  let place = leaf;
  let last = size - 1;
  for (const beside of proof) {
    if (last === 0) return null;
    if (place % 2 === 1 || place === last) {
      hash = nodeHashOf(beside, hash);
      while (place % 2 === 0 && place !== 0) [place, last] = [place / 2, half(last)];
    } else {
      hash = nodeHashOf(hash, beside);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 ? hash : null;
}

/** Whether the tree with the later root only grew from that with the earlier one (RFC 9162, 2.1.4.2). */
export function isConsistent(
  earlier: { readonly size: number; readonly root: Buffer },
  later: { readonly size: number; readonly root: Buffer },
  proof: readonly Buffer[],
): boolean {
  if (earlier.size > later.size) return false;
  if (earlier.size === later.size) return proof.length === 0 && earlier.root.equals(later.root);
  if (earlier.size === 0) return proof.length === 0 && earlier.root.equals(EMPTY_ROOT);
  const path = isPowerOfTwo(earlier.size) ? [earlier.root, ...proof] : [...proof];
  let place = earlier.size - 1;
  let last = later.size - 1;
  while (place % 2 === 1) [place, last] = [half(place), half(last)];
  const [first, ...rest] = path;
  if (!first) return false;
  let before = first;
  let after = first;
  for (const beside of rest) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      before = nodeHashOf(beside, before);
      after = nodeHashOf(beside, after);
      while (place % 2 === 0 && place !== 0) [place, last] = [place / 2, half(last)];
    } else {
      after = nodeHashOf(after, beside);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && before.equals(earlier.root) && after.equals(later.root);
}

// Sizes may exceed what bit operators take.
const half = (number: number) => Math.floor(number / 2);

/** The largest power of two below a size. */
export function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

function isPowerOfTwo(size: number): boolean {
  return splitOf(size) * 2 === size || size === 1;
}
