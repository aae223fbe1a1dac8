/** A seeded stream of numbers that depends on its keys alone; cheap to make, nothing to keep. */
export interface Random {
  /** The next number in [0, 1). */
  next(): number;
  /** The next integer in [0, limit). */
  below(limit: number): number;
  /** The next integer in [from, to], both included. */
  between(from: number, to: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** One of these, evenly; throws for an empty list. */
  pick<T>(values: readonly T[]): T;
  /** One of these, in proportion to its weight. */
  weighted<T>(values: readonly (readonly [T, number])[]): T;
}

/** Mixes two 32-bit integers into one (the finaliser of MurmurHash3 over a Weyl step). */
export function mix(left: number, right: number): number {
  let hash = Math.imul(left ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(right + 0x7f4a7c15, 0xc2b2ae35);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Hashes a text to 32 bits (FNV-1a), for keys that are names. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let position = 0; position < text.length; position++) {
    hash = Math.imul(hash ^ text.charCodeAt(position), 0x01000193);
  }
  return hash >>> 0;
}

class HashedStream implements Random {
  private state: number;

  constructor(state: number) {
    this.state = state | 0;
  }

  next(): number {
    this.state = (this.state + 0x9e3779b9) | 0;
    let value = this.state ^ (this.state >>> 16);
    value = Math.imul(value, 0x21f0aaad);
    value ^= value >>> 15;
    value = Math.imul(value, 0x735a2d97);
    return ((value ^ (value >>> 15)) >>> 0) / 4294967296;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(values: readonly T[]): T {
    if (values.length === 0) throw new RangeError('pick: expected at least one value, got none');
    return values[Math.floor(this.next() * values.length)] as T;
  }

  weighted<T>(values: readonly (readonly [T, number])[]): T {
    let total = 0;
    for (const [, weight] of values) total += weight;
    let left = this.next() * total;
    for (const [value, weight] of values) {
      left -= weight;
      if (left < 0) return value;
    }
    const last = values.at(-1);
    if (!last) throw new RangeError('weighted: expected at least one value, got none');
    return last[0];
  }
}

/** The stream of these keys: same keys, same numbers, on every machine. Text keys are hashed. */
export function randomAt(seed: number, ...keys: readonly (number | string)[]): Random {
  let state = mix(seed, 0x51ed270b);
  for (const key of keys) state = mix(state, typeof key === 'string' ? hashText(key) : key);
  return new HashedStream(state);
}
