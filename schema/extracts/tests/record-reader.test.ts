import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { RecordReader } from '../record-reader.ts';

interface Found {
  readonly cells: string[];
  readonly line: number;
  readonly raw: string;
}

function read(text: string, pieceLength: number, delimiter = ','): Found[] {
  const reader = new RecordReader(delimiter);
  const found: Found[] = [];
  const drain = () => {
    while (reader.next())
      found.push({ cells: reader.cells.slice(0, reader.count), line: reader.line, raw: reader.raw });
  };
  for (let at = 0; at < text.length; at += pieceLength) {
    reader.add(text.slice(at, at + pieceLength));
    drain();
  }
  reader.finish();
  drain();
  return found;
}

/** A generator of the same numbers at every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % below;
  };
}

describe('RecordReader', () => {
  it.each([1, 2, 3, 7, 64, 100_000])('cuts as csv-parse does, pieces of %i characters', (pieceLength) => {
    const draw = numbers(pieceLength);
    const alphabet = ['甲', 'a', ' ', ',', '"', '\n', '\r\n', '𠮷', '\t', ''];
    for (let round = 0; round < 40; round++) {
      const lineBreak = draw(2) === 0 ? '\n' : '\r\n';
      const rows = Array.from({ length: 1 + draw(8) }, () =>
        Array.from({ length: 3 }, () =>
          Array.from({ length: draw(5) }, () => alphabet[draw(alphabet.length)]).join(''),
        ),
      );
      const text = rows
        .map((cells) =>
          cells
            .map((cell) => (/[",\r\n]/.test(cell) || draw(3) === 0 ? `"${cell.replaceAll('"', '""')}"` : cell))
            .join(','),
        )
        .join(lineBreak)
        .concat(draw(2) === 0 ? lineBreak : '');
      const oracle = parse(text, {
        info: true,
        raw: true,
        record_delimiter: ['\r\n', '\n'],
        relax_column_count: true,
      }) as unknown as {
        record: string[];
      }[];
      const found = read(text, pieceLength);
      expect(found.map(({ cells }) => cells)).toEqual(oracle.map(({ record }) => record));
      for (const { line, raw } of found) {
        const start =
          text
            .split('\n')
            .slice(0, line - 1)
            .join('\n').length + (line > 1 ? 1 : 0);
        expect(text.startsWith(raw, start)).toBe(true);
      }
    }
  });

  it('skips empty lines and counts them', () => {
    expect(read('a\n\n\r\nb\n', 100).map(({ cells, line }) => [cells, line])).toEqual([
      [['a'], 1],
      [['b'], 4],
    ]);
  });

  it('takes a quote within an unquoted cell as it stands', () => {
    expect(read('5" 管,b\nc,d\n', 3).map(({ cells }) => cells)).toEqual([
      ['5" 管', 'b'],
      ['c', 'd'],
    ]);
  });

  it('notes what stands behind a closing quote', () => {
    const reader = new RecordReader(',');
    reader.add('"a"b,c\n');
    expect([reader.next(), reader.malformed, reader.raw]).toEqual([true, true, '"a"b,c']);
  });
});
