const SMALLEST = 1 << 15;
const LARGEST = 1 << 24;

/**
 * Says of a key whether it may have come before: never no where it has, seldom yes where it has not (a Bloom filter,
 * four bits a key). Memory does not grow; it is chosen by the number of keys expected, 64 MB at most.
 */
export class DuplicateFilter {
  readonly #words: Uint32Array;
  readonly #mask: number;

  constructor(expectedKeys: number) {
    let words = SMALLEST;
    while (words < expectedKeys && words < LARGEST) words *= 2;
    this.#words = new Uint32Array(words);
    this.#mask = words - 1;
  }

  /** Takes in a key and says whether it may have come before. */
  mayRepeat(key: string): boolean {
    // Two FNV-1a hashes of different offsets; the second also chooses the bits within a word.
    let first = 0x811c9dc5;
    let second = 0x01000193;
    for (let at = 0; at < key.length; at++) {
      const character = key.charCodeAt(at);
      first = Math.imul(first ^ character, 0x01000193);
      second = Math.imul(second ^ character, 0x85ebca6b);
    }
    first ^= first >>> 15;
    second ^= second >>> 13;
    const bits = (1 << (first & 31)) | (1 << ((first >>> 5) & 31));
    const others = (1 << (second & 31)) | (1 << ((second >>> 5) & 31));
    const words = this.#words;
    const one = (first >>> 7) & this.#mask;
    const other = (second >>> 7) & this.#mask;
    const known = ((words[one] as number) & bits) === bits && ((words[other] as number) & others) === others;
    words[one] = (words[one] as number) | bits;
    words[other] = (words[other] as number) | others;
    return known;
  }
}
