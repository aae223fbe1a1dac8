import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import iconv from 'iconv-lite';
import type { ExtractLayout } from '../extracts/layout.ts';
import { type DirtCode, dirtKinds, dirtOf } from './dirt.ts';
import { protectedCells } from './protected-cells.ts';
import { dirtAdmittedBy, soilRow } from './soil-row.ts';
import { type SyntheticExtract, type SyntheticRow, stain } from './synthetic-extract.ts';
import type { World } from './world.ts';

/** A line of the truth file: which row carries what. */
export interface TruthRow {
  readonly department: string;
  readonly layout: string;
  readonly file: string;
  /** Line number in the file, the header being line 1. */
  readonly line: number;
  readonly kind: DirtCode;
  readonly class: (typeof dirtKinds)[DirtCode]['class'];
  /** The importer's reason or rule, or the disagreement that the registers show. */
  readonly outcome: string;
  readonly header: string | null;
}

/** What one extract's files came to. */
export interface WrittenExtract {
  readonly files: readonly { readonly file: string; readonly rows: number }[];
}

/**
 * Writes one extract of a department into its folder, clean rows soiled at the stated rates, and its truth. Rows that
 * arrive late go to a second file, `…-supplement.csv`. Memory does not grow with the number of rows.
 */
export async function writeExtract(
  world: World,
  department: string,
  extract: SyntheticExtract,
  folder: string,
  truth: (row: TruthRow) => void,
  progress: (rows: number) => void,
): Promise<WrittenExtract> {
  const { layout } = extract;
  mkdirSync(folder, { recursive: true });
  const admitted = dirtAdmittedBy(layout);
  const dirt = dirtOf(world.seed, department, layout.name, admitted);
  const spared = protectedCells(world);
  const main = new ExtractFile(folder, layout.fileName, layout);
  const late = new ExtractFile(folder, layout.fileName.replace(/(\.\w+)$/, '-supplement$1'), layout);
  const tell = (file: ExtractFile, kind: DirtCode, header: string | null = null) => {
    const { class: dirtClass, outcome } = dirtKinds[kind];
    truth({
      department,
      layout: layout.name,
      file: file.name,
      line: file.line,
      kind,
      class: dirtClass,
      outcome,
      header,
    });
  };
  let ordinal = 0;
  for (const row of extract.rows(world)) {
    const kind = dirt.at(ordinal);
    const draw = dirt.drawAt(ordinal++);
    const isSpared = kind !== null && Object.values(row).some((cell) => spared.has(cell));
    const soiled = kind && !isSpared ? soilRow(layout, row, kind, draw) : null;
    const target = kind === 'late-arrival' && !isSpared ? late : main;
    target.write(soiled?.row ?? row);
    if (soiled && kind) tell(target, kind, soiled.header);
    if (target === late) tell(target, 'late-arrival');
    if (row[stain]) tell(target, row[stain]);
    if (kind === 'duplicate-row' && !isSpared) {
      main.write(row);
      tell(main, 'duplicate-row');
    }
    if (ordinal % 5_000 === 0) {
      progress(ordinal);
      await main.drained();
    }
  }
  progress(ordinal);
  return { files: (await Promise.all([main.close(), late.close()])).filter((file) => file !== null) };
}

/** A CSV file in a layout's encoding; it comes into being with its first row. */
class ExtractFile {
  readonly name: string;
  line = 0;
  readonly #folder: string;
  readonly #headers: readonly string[];
  readonly #encoding: ExtractLayout['encoding'];
  #stream: Writable | null = null;
  #buffer = '';

  constructor(folder: string, name: string, layout: ExtractLayout) {
    this.#folder = folder;
    this.name = name;
    this.#headers = [...new Set(Object.values(layout.columns).map(({ header }) => header))];
    this.#encoding = layout.encoding;
  }

  write(row: SyntheticRow): void {
    if (!this.#stream) {
      this.#stream = createWriteStream(join(this.#folder, this.name));
      if (this.#encoding === 'utf-8-bom') this.#buffer = '\uFEFF';
      this.#append(this.#headers);
    }
    this.#append(this.#headers.map((header) => row[header] ?? ''));
    if (this.#buffer.length > 1 << 16) this.#flush();
  }

  /** Waits until the disk has caught up. */
  async drained(): Promise<void> {
    if (this.#stream?.writableNeedDrain) await once(this.#stream, 'drain');
  }

  async close(): Promise<{ file: string; rows: number } | null> {
    if (!this.#stream) return null;
    this.#flush();
    this.#stream.end();
    await once(this.#stream, 'finish');
    return { file: this.name, rows: this.line - 1 };
  }

  #append(cells: readonly string[]): void {
    this.#buffer += `${cells.map(escapeCell).join(',')}\r\n`;
    // Line numbers count physical lines, as an editor shows them.
    this.line += 1;
  }

  #flush(): void {
    this.#stream?.write(this.#encoding === 'gb18030' ? iconv.encode(this.#buffer, 'gb18030') : this.#buffer);
    this.#buffer = '';
  }
}

const escapeCell = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
