import { open } from 'node:fs/promises';
import { orderOf } from './discover-layouts.ts';
import type { ExtractLayout } from './layout.ts';
import { recogniseLayout } from './recognise-layout.ts';
import { RecordReader } from './record-reader.ts';

const HEADER_BYTES = 65_536;

/** Files in the order in which their layouts are imported; those of no layout of the department come last. */
export async function sortByLayout(
  files: readonly string[],
  department: string,
  layouts: readonly ExtractLayout[],
): Promise<string[]> {
  const places = new Map<string, number>();
  for (const file of files) places.set(file, await placeOf(file, department, layouts));
  const compare = (one: string, other: string) => (stem(one) < stem(other) ? -1 : 1);
  return files.toSorted(
    (one, other) => (places.get(one) as number) - (places.get(other) as number) || compare(one, other),
  );
}

async function placeOf(file: string, department: string, layouts: readonly ExtractLayout[]): Promise<number> {
  const header = await readHeaderLine(file);
  const recognised = await recogniseLayout(header, department, layouts, async () => []).catch(() => null);
  return recognised ? orderOf(recognised.layout) : Number.MAX_SAFE_INTEGER;
}

/** By name without its ending a supplement comes after what it supplements. */
const stem = (file: string): string => file.replace(/\.\w+$/, '');

/** The header line; '' where there is none to read, which the import itself will refuse with a reason. */
async function readHeaderLine(file: string): Promise<string> {
  const handle = await open(file).catch(() => null);
  if (handle === null) return '';
  const buffer = Buffer.alloc(HEADER_BYTES);
  let start: Buffer;
  try {
    const { bytesRead } = await handle.read(buffer, 0, HEADER_BYTES, 0);
    start = buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
  const reader = new RecordReader(',');
  reader.add(firstLine(start, 'utf-8') ?? firstLine(start, 'gb18030') ?? '');
  return reader.next() ? reader.raw : '';
}

function firstLine(start: Buffer, encoding: 'utf-8' | 'gb18030'): string | null {
  const lineBreak = start.indexOf(10);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(
      start.subarray(0, lineBreak === -1 ? undefined : lineBreak + 1),
    );
  } catch {
    return null;
  }
}
