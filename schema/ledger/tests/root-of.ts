import { EMPTY_ROOT, nodeHashOf } from '../tree-hashes.ts';

/** The root as RFC 9162, 2.1.1 defines it. */
export function rootOf(hashes: readonly Buffer[]): Buffer {
  if (hashes.length === 0) return EMPTY_ROOT;
  if (hashes.length === 1) return hashes[0] as Buffer;
  let split = 1;
  while (split * 2 < hashes.length) split *= 2;
  return nodeHashOf(rootOf(hashes.slice(0, split)), rootOf(hashes.slice(split)));
}
