import type { ColumnKind, ColumnRule } from '../extracts/columns/column-rule.ts';
import type { ExtractLayout } from '../extracts/layout.ts';
import { currentArea, retiredAreas } from '../kit/areas/current-area.ts';
import { readDateCell } from './cells.ts';
import type { DirtCode } from './dirt.ts';
import { shiftBirthDate, soilDate, soilIdNumber, soilName } from './soil.ts';
import type { SyntheticRow } from './synthetic-extract.ts';

/** A row that dirt has changed, and the column where. */
export interface SoiledRow {
  readonly row: SyntheticRow;
  readonly header: string;
}

type Soiler = (cell: string, draw: number, rule: ColumnRule) => string;

const retiredByArea = new Map(retiredAreas().map((code) => [currentArea(code)?.code ?? '', code]));
const soilNumber =
  (code: DirtCode): Soiler =>
  (cell, draw) =>
    soilIdNumber(code, cell, draw);

/** Which columns each kind of dirt falls on, and how it changes a cell; an unchanged cell stays clean. */
const soilers: Partial<Record<DirtCode, { kinds: readonly ColumnKind[]; soil: Soiler }>> = {
  'fifteen-digit-id': { kinds: ['person', 'party'], soil: soilNumber('fifteen-digit-id') },
  'lower-case-x': { kinds: ['person', 'party'], soil: soilNumber('lower-case-x') },
  'full-width-digits': { kinds: ['person', 'party'], soil: soilNumber('full-width-digits') },
  'wrong-check-character': { kinds: ['person'], soil: soilNumber('wrong-check-character') },
  'malformed-id': { kinds: ['person'], soil: soilNumber('malformed-id') },
  'retired-area-code': { kinds: ['area'], soil: (cell) => retiredByArea.get(cell) ?? cell },
  'unknown-area': { kinds: ['area'], soil: () => '330803999999' },
  'variant-character': { kinds: ['name'], soil: soilName },
  'missing-required': {
    kinds: ['text', 'date', 'code', 'birth-date', 'date-time'],
    soil: (_, __, rule) => (rule.required ? '' : _),
  },
  'impossible-date': {
    kinds: ['date', 'birth-date'],
    soil: (cell) => {
      const date = readDateCell(cell);
      return date ? date.write(soilDate(date.day)) : cell;
    },
  },
  'unknown-code': { kinds: ['code'], soil: (cell) => (cell === '' ? cell : '?9') },
  'changed-name': {
    kinds: ['name'],
    soil: (cell, draw) => (cell.length < 2 ? cell : cell.slice(0, -1) + '安宁康泰'.charAt(Math.floor(draw * 4))),
  },
  'birth-date-disagreement': {
    kinds: ['birth-date'],
    soil: (cell, draw) => {
      const date = readDateCell(cell);
      return date ? date.write(shiftBirthDate(date.day, draw)) : cell;
    },
  },
};

/**
 * The kinds of dirt that a layout can carry. Reference layouts (no people, no matters) carry none. The population
 * register is the reference for names and birth dates, so those disagree elsewhere only.
 */
export function dirtAdmittedBy(layout: ExtractLayout): DirtCode[] {
  const kinds = new Set(Object.values(layout.columns).map(({ kind }) => kind));
  if (!(['person', 'party', 'household', 'free-text'] as const).some((kind) => kinds.has(kind))) return [];
  const admitted = (Object.keys(soilers) as DirtCode[]).filter((code) =>
    soilers[code]?.kinds.some((kind) => kinds.has(kind)),
  );
  const elsewhere: DirtCode[] = ['changed-name', 'birth-date-disagreement'];
  const isRegisterRecord = kinds.has('name') && kinds.has('birth-date') && !layout.population;
  return [
    ...admitted.filter((code) => isRegisterRecord || !elsewhere.includes(code)),
    'duplicate-row',
    ...(layout.population ? [] : (['late-arrival'] as const)),
  ];
}

/** The row as this kind of dirt leaves it; null where the kind finds nothing to change and the row stays clean. */
export function soilRow(layout: ExtractLayout, row: SyntheticRow, code: DirtCode, draw: number): SoiledRow | null {
  const soiler = soilers[code];
  if (!soiler) return null;
  const rules = Object.values(layout.columns).filter(({ kind }) => soiler.kinds.includes(kind));
  const start = Math.floor(draw * rules.length);
  for (let step = 0; step < rules.length; step++) {
    const rule = rules[(start + step) % rules.length] as ColumnRule;
    const cell = row[rule.header] ?? '';
    const soiled = soiler.soil(cell, draw, rule);
    if (soiled !== cell) return { row: { ...row, [rule.header]: soiled }, header: rule.header };
  }
  return null;
}
