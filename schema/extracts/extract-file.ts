import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { ImportRefused } from './import-refused.ts';
import type { ExtractEncoding } from './layout.ts';

const PIECE = 1 << 20;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const UTF_16_MARKS = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];

/** A file whose bytes were looked through once. */
export interface ExtractFile {
  /** File name without its folder. */
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly encoding: ExtractEncoding;
  /** Moment of its last change. */
  readonly modifiedAt: Date;
  /** The text, piece by piece; throws if the file is cut off, holds bytes of another encoding, or changes meanwhile. */
  text(progress: (bytesRead: number, bytesTotal: number) => void): AsyncGenerator<string, void, undefined>;
  close(): Promise<void>;
}

/** Opens a file, takes its SHA-256 and finds its encoding; throws ImportRefused for what cannot be an extract. */
export async function openExtractFile(path: string): Promise<ExtractFile> {
  const handle = await open(path).catch(() => {
    throw new ImportRefused('FILE_NOT_FOUND', `Expected a readable file at ${path}.`);
  });
  try {
    const found = await handle.stat();
    if (!found.isFile()) throw new ImportRefused('FILE_NOT_FOUND', `Expected a file at ${path}, found a folder.`);
    const { sha256, encoding } = await inspect(handle, basename(path));
    return {
      name: basename(path),
      bytes: found.size,
      sha256,
      encoding,
      modifiedAt: found.mtime,
      async *text(progress) {
        yield* decode(handle, encoding, (bytes) => progress(bytes, found.size));
        const now = await handle.stat();
        if (now.size !== found.size || now.mtimeMs !== found.mtimeMs) {
          throw new ImportRefused(
            'FILE_CHANGED',
            `${basename(path)} changed while it was read; import it once it is whole.`,
          );
        }
      },
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function inspect(handle: FileHandle, file: string): Promise<{ sha256: string; encoding: ExtractEncoding }> {
  const hash = createHash('sha256');
  let start: Buffer | undefined;
  let utf8 = true;
  let carried = Buffer.alloc(0);
  let blank = true;
  for await (const piece of pieces(handle)) {
    hash.update(piece);
    if (start === undefined) {
      start = Buffer.from(piece.subarray(0, 65_536));
      if (UTF_16_MARKS.some((mark) => mark.equals(piece.subarray(0, 2)))) throw unknownEncoding(file, 'UTF-16');
    }
    if (piece.includes(0))
      throw new ImportRefused('BINARY_FILE', `Expected ${file} to be a CSV text, found zero bytes.`);
    if (blank) blank = piece.toString('latin1').replace(/^ï»¿/, '').trim() === '';
    if (!utf8) continue;
    const whole = wholeCharacters(piece);
    utf8 = isUtf8(carried.length > 0 ? Buffer.concat([carried, piece.subarray(0, whole)]) : piece.subarray(0, whole));
    carried = Buffer.from(piece.subarray(whole));
  }
  if (start === undefined || blank)
    throw new ImportRefused('EMPTY_FILE', `Expected ${file} to hold a header and rows; it is empty.`);
  if (utf8 && carried.length > 0 && !isUtf8(carried)) {
    throw new ImportRefused('TRUNCATED_FILE', `${file} ends within a character: expected the whole extract.`);
  }
  const marked = start.subarray(0, 3).equals(BYTE_ORDER_MARK);
  if (!utf8 && (marked || hasUtf8Header(start))) throw unknownEncoding(file, 'UTF-8 with bytes that are not');
  return { sha256: hash.digest('hex'), encoding: marked ? 'utf-8-bom' : utf8 ? 'utf-8' : 'gb18030' };
}

async function* decode(handle: FileHandle, encoding: ExtractEncoding, progress: (bytes: number) => void) {
  const decoder = new TextDecoder(encoding === 'gb18030' ? 'gb18030' : 'utf-8', { fatal: true });
  let read = 0;
  for await (const piece of pieces(handle)) {
    let text: string;
    try {
      text = decoder.decode(piece, { stream: true });
    } catch {
      throw unknownEncoding(`The part from byte ${read}`, 'neither UTF-8 nor GB18030');
    }
    yield text;
    read += piece.length;
    progress(read);
  }
  try {
    decoder.decode();
  } catch {
    throw new ImportRefused('TRUNCATED_FILE', 'The file ends within a character: expected the whole extract.');
  }
}

async function* pieces(handle: FileHandle): AsyncGenerator<Buffer, void, undefined> {
  const buffer = Buffer.allocUnsafe(PIECE);
  for (let position = 0; ; ) {
    const { bytesRead } = await handle.read(buffer, 0, PIECE, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

/** How many bytes of the piece are whole characters of UTF-8, as far as its end tells. */
function wholeCharacters(piece: Buffer): number {
  for (let back = 1; back <= 3 && back <= piece.length; back++) {
    const byte = piece[piece.length - back] as number;
    if (byte < 0x80) break;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? piece.length - back : piece.length;
  }
  return piece.length;
}

function hasUtf8Header(start: Buffer): boolean {
  const lineBreak = start.indexOf(10);
  const header = start.subarray(0, lineBreak === -1 ? start.length : lineBreak);
  return header.some((byte) => byte >= 0x80) && isUtf8(header);
}

const unknownEncoding = (what: string, found: string): ImportRefused =>
  new ImportRefused(
    'UNKNOWN_ENCODING',
    `${what}: expected text in UTF-8 (with or without byte order mark) or GB18030, found ${found}.`,
  );
