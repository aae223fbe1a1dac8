import { ImportRefused } from './import-refused.ts';

/** The longest record, in bytes of UTF-8. */
export const LONGEST_RECORD = 1_000_000;

const QUOTE = 34;
const CARRIAGE_RETURN = 13;

/**
 * Cuts text that comes in pieces into the records and cells of RFC 4180, the delimiter apart. Add a piece, then call
 * `next` until it says no; after each yes the fields speak of one record. Empty lines are no records. It keeps no more
 * than one piece and one record, and says where a record stands and what it looked like as it came.
 */
export class RecordReader {
  /** The record's cells; those from `count` on are left over from earlier records. */
  readonly cells: string[] = [];
  count = 0;
  /** Line on which the record begins, counted from one. */
  line = 0;
  /** Whether something stood between a closing quote and the next delimiter. */
  malformed = false;
  /** Whether the file ended without a line break behind the record. */
  unterminated = false;

  readonly #delimiter: string;
  #text = '';
  #position = 0;
  #nextLine = 1;
  #nextQuote = -1;
  #start = 0;
  #end = 0;
  #finished = false;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  /** The record as it came, without its line break. */
  get raw(): string {
    return this.#text.slice(this.#start, this.#end);
  }

  /** Adds the next piece of the file. */
  add(piece: string): void {
    this.#text = this.#position < this.#text.length ? this.#text.slice(this.#position) + piece : piece;
    this.#position = 0;
    this.#nextQuote = this.#text.indexOf('"');
  }

  /** Says that the file ends here. */
  finish(): void {
    this.#finished = true;
  }

  /** Moves on to the next record; false where more of the file is needed first, or nothing is left. */
  next(): boolean {
    const text = this.#text;
    while (this.#position < text.length) {
      const start = this.#position;
      let lineBreak = text.indexOf('\n', start);
      this.unterminated = lineBreak === -1;
      if (lineBreak === -1) {
        if (!this.#finished) return this.#incomplete();
        lineBreak = text.length;
      }
      if (this.#nextQuote !== -1 && this.#nextQuote < start) this.#nextQuote = text.indexOf('"', start);
      this.#start = start;
      this.line = this.#nextLine;
      this.malformed = false;
      if (this.#nextQuote !== -1 && this.#nextQuote < lineBreak) {
        if (!this.#cutQuoted()) return this.#incomplete();
      } else {
        this.#end = text.charCodeAt(lineBreak - 1) === CARRIAGE_RETURN && lineBreak > start ? lineBreak - 1 : lineBreak;
        this.#position = lineBreak + 1;
        this.#nextLine++;
        if (this.#end === start) continue;
        this.#cut();
      }
      this.#checkLength(start, this.#end);
      return true;
    }
    return false;
  }

  #cut(): void {
    const text = this.#text;
    const cells = this.cells;
    const end = this.#end;
    const delimiter = this.#delimiter.charCodeAt(0);
    let count = 0;
    let from = this.#start;
    for (let at = from; at < end; at++) {
      if (text.charCodeAt(at) === delimiter) {
        cells[count++] = text.slice(from, at);
        from = at + 1;
      }
    }
    cells[count++] = text.slice(from, end);
    this.count = count;
  }

  /** Cuts a record in which a quote stands; false where its end has not come yet. */
  #cutQuoted(): boolean {
    const text = this.#text;
    let count = 0;
    let at = this.#start;
    let lines = 1;
    for (;;) {
      let cell = '';
      let quoted = false;
      if (text.charCodeAt(at) === QUOTE) {
        const close = this.#closingQuote(at + 1);
        // Behind the last quote of a piece another may come, which would not close.
        if (close === -1 || (close + 1 >= text.length && !this.#finished)) return false;
        cell = text.slice(at + 1, close);
        for (let found = cell.indexOf('\n'); found !== -1; found = cell.indexOf('\n', found + 1)) lines++;
        if (cell.includes('"')) cell = cell.replaceAll('""', '"');
        at = close + 1;
        quoted = true;
      }
      let end = this.#plainEnd(at);
      if (end === -1) {
        if (!this.#finished) return false;
        end = text.length;
      }
      const atLineEnd = end === text.length || text.charCodeAt(end) !== this.#delimiter.charCodeAt(0);
      const behind = atLineEnd && end > at && text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end;
      if (behind > at) {
        this.malformed ||= quoted;
        cell += text.slice(at, behind);
      }
      this.cells[count++] = cell;
      at = end + 1;
      if (!atLineEnd) continue;
      this.count = count;
      this.unterminated = end === text.length;
      this.#end = behind;
      this.#position = at;
      this.#nextLine += lines;
      return true;
    }
  }

  #closingQuote(from: number): number {
    const text = this.#text;
    let at = text.indexOf('"', from);
    while (at !== -1 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
    if (at === -1 && this.#finished) {
      throw new ImportRefused(
        'TRUNCATED_FILE',
        `The file ends within a quoted cell of the record on line ${this.line}: expected the whole extract.`,
      );
    }
    return at;
  }

  /** Where an unquoted stretch ends: at the next delimiter or line break; -1 where neither has come. */
  #plainEnd(from: number): number {
    const text = this.#text;
    const delimiter = this.#delimiter.charCodeAt(0);
    for (let at = from; at < text.length; at++) {
      const character = text.charCodeAt(at);
      if (character === delimiter || character === 10) return at;
    }
    return -1;
  }

  #incomplete(): false {
    this.line = this.#nextLine;
    this.#checkLength(this.#position, this.#text.length);
    return false;
  }

  #checkLength(start: number, end: number): void {
    // A character takes at most three bytes of UTF-8, so most records need no counting.
    if ((end - start) * 3 <= LONGEST_RECORD) return;
    if (Buffer.byteLength(this.#text.slice(start, end)) <= LONGEST_RECORD) return;
    throw new ImportRefused(
      'LINE_TOO_LONG',
      `Expected records of at most ${LONGEST_RECORD} bytes; the one on line ${this.line} is longer.`,
    );
  }
}
