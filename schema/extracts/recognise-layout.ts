import { ImportRefused } from './import-refused.ts';
import type { ExtractLayout } from './layout.ts';
import { RecordReader } from './record-reader.ts';

/** A layout with the department whose it is. */
export interface DepartmentLayout {
  readonly department: string;
  readonly layout: ExtractLayout;
}

/** What a header says: the layout, and where its columns stand. */
export interface RecognisedLayout {
  readonly layout: ExtractLayout;
  readonly delimiter: string;
  /** How many cells each row has. */
  readonly width: number;
  /** Position of each header of the layout. */
  readonly positions: ReadonlyMap<string, number>;
  /** Headers that the layout does not know. */
  readonly ignoredColumns: readonly string[];
}

const DELIMITERS = [',', '\t', '|'];

/** The headers that a layout cannot do without, each once. */
export const headersOf = (layout: ExtractLayout): string[] => [
  ...new Set(Object.values(layout.columns).map(({ header }) => header)),
];

/**
 * Finds the layout of a header line by its set of headers, in any order; of several that fit the one with most headers.
 * Throws WRONG_DEPARTMENT, UNKNOWN_LAYOUT or DUPLICATE_COLUMN.
 */
export async function recogniseLayout(
  headerLine: string,
  department: string,
  layouts: readonly ExtractLayout[],
  elsewhere: () => Promise<readonly DepartmentLayout[]>,
): Promise<RecognisedLayout> {
  const readings = DELIMITERS.map((delimiter) => ({ delimiter, headers: cut(headerLine, delimiter) }));
  for (const { delimiter, headers } of readings) {
    const layout = fitting(layouts, headers);
    if (layout) return recognised(layout, delimiter, headers);
  }
  const others = (await elsewhere()).filter((other) => other.department !== department);
  for (const { headers } of readings) {
    const layout = fitting(
      others.map((other) => other.layout),
      headers,
    );
    const owner = others.find((other) => other.layout === layout);
    if (owner) {
      throw new ImportRefused(
        'WRONG_DEPARTMENT',
        `Expected an extract of ${department}; the header is that of ${owner.department}, layout ${owner.layout.name} (${owner.layout.title}).`,
      );
    }
  }
  throw unknownLayout(
    department,
    layouts,
    readings.map(({ headers }) => headers),
  );
}

function cut(headerLine: string, delimiter: string): string[] {
  const reader = new RecordReader(delimiter);
  reader.add(headerLine);
  reader.finish();
  reader.next();
  return reader.cells.slice(0, reader.count).map((header) => header.trim());
}

function fitting(layouts: readonly ExtractLayout[], headers: readonly string[]): ExtractLayout | undefined {
  const found = new Set(headers);
  return layouts
    .filter((layout) => headersOf(layout).every((header) => found.has(header)))
    .sort((one, other) => headersOf(other).length - headersOf(one).length)[0];
}

function recognised(layout: ExtractLayout, delimiter: string, headers: readonly string[]): RecognisedLayout {
  const needed = new Set(headersOf(layout));
  const positions = new Map<string, number>();
  for (const [position, header] of headers.entries()) {
    if (!needed.has(header)) continue;
    if (positions.has(header)) {
      throw new ImportRefused(
        'DUPLICATE_COLUMN',
        `Expected column ${header} of layout ${layout.name} once, found it again as column ${position + 1}.`,
      );
    }
    positions.set(header, position);
  }
  const ignoredColumns = headers.filter((header) => !needed.has(header));
  return { layout, delimiter, width: headers.length, positions, ignoredColumns };
}

function unknownLayout(
  department: string,
  layouts: readonly ExtractLayout[],
  readings: readonly string[][],
): ImportRefused {
  const nearest = layouts
    .map((layout) => {
      const missing = readings.map((headers) => headersOf(layout).filter((header) => !headers.includes(header)));
      return { layout, missing: missing.sort((one, other) => one.length - other.length)[0] ?? [] };
    })
    .sort((one, other) => one.missing.length - other.missing.length)[0];
  const expected = layouts.map(({ name, title }) => `${name} (${title})`).join(', ') || 'none';
  const hint = nearest
    ? ` The nearest is ${nearest.layout.name}, whose columns ${nearest.missing.join(', ')} are missing.`
    : '';
  return new ImportRefused(
    'UNKNOWN_LAYOUT',
    `Expected the header of one of ${department}'s layouts: ${expected}.${hint}`,
  );
}
