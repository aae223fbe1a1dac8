import type { ColumnRule } from './column-rule.ts';
import { type Note, trimCell } from './fold-cell.ts';
import { emptyCell, rejections } from './rejections.ts';
import { standardCharacters } from './variant-characters.ts';

/** Options that every column takes. */
export interface ColumnOptions {
  /** Whether an empty cell sets the row aside. */
  readonly required?: boolean;
}

/** Options of text: the most characters that a cell may have. */
export interface TextOptions extends ColumnOptions {
  readonly max?: number;
}

// Outside these ranges a character may have another form in Unicode's NFC; inside none has.
const MAY_COMPOSE = /[^\u0000-\u02FF\u2010-\u2027\u3001-\u3098\u309B-\u9FFF\uFF00-\uFFEF]/;

/** A short text: trimmed, in Unicode's NFC, at most 200 characters unless told. */
export const text = (header: string, { required = false, max = 200 }: TextOptions = {}): ColumnRule => ({
  header,
  kind: 'text',
  required,
  read: (raw, note) => readText(raw, note, required, max),
});

/** A person's or organization's name: as text, at most 100 characters, variant characters in their standard form. */
export const name = (header: string, { required = false, max = 100 }: TextOptions = {}): ColumnRule => ({
  header,
  kind: 'name',
  required,
  read(raw, note) {
    const read = readText(raw, note, required, max);
    return typeof read === 'string' ? standardCharacters(read, note) : read;
  },
});

/** A narrative, sealed since it may name people: as text, at most 20,000 characters. */
export const freeText = (header: string, { required = false, max = 20_000 }: TextOptions = {}): ColumnRule => ({
  header,
  kind: 'free-text',
  required,
  sealed: true,
  read: (raw, note) => readText(raw, note, required, max),
});

/** Texts parted by a separator, each trimmed; empty ones fall away. An empty cell is an empty list. */
export const list = (
  header: string,
  separator: string,
  { required = false, max = 2_000 }: TextOptions = {},
): ColumnRule => ({
  header,
  kind: 'list',
  required,
  separator,
  read(raw, note) {
    const read = readText(raw, note, required, max);
    if (read === null) return [];
    if (typeof read !== 'string') return read;
    return read.split(separator).flatMap((item) => item.trim() || []);
  },
});

function readText(raw: string, note: Note, required: boolean, max: number) {
  let cell = trimCell(raw, note);
  if (cell === '') return emptyCell(required);
  if (MAY_COMPOSE.test(cell)) cell = cell.normalize('NFC');
  return cell.length > max ? rejections.TEXT_TOO_LONG : cell;
}
