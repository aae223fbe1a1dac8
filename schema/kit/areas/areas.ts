import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { type Area, type AreaLevel, shortAreaName } from './area.ts';

const LEVELS: ReadonlyMap<number, AreaLevel> = new Map([
  [6, 'COUNTY'],
  [9, 'TOWN'],
  [12, 'VILLAGE'],
]);

/**
 * The divisions in force by code, the district first, towns before their villages (GB/T 2260, GB/T 10114). Read once
 * from the table beside this file; another district replaces the table.
 */
export const areas: ReadonlyMap<string, Area> = readAreas();

const villageList: readonly Area[] = [...areas.values()].filter(({ level }) => level === 'VILLAGE');
const townList: readonly Area[] = [...areas.values()].filter(({ level }) => level === 'TOWN');

/** Whether a division in force bears the code. */
export function isArea(code: string): boolean {
  return areas.has(code);
}

/** The town in which a village or community lies, or the town itself; undefined for the district and unknown codes. */
export function townOf(code: string): Area | undefined {
  return areas.has(code) && code.length >= 9 ? areas.get(code.slice(0, 9)) : undefined;
}

/** The villages and communities, in the order of the table. */
export function villages(): readonly Area[] {
  return villageList;
}

/** The towns, in the order of the table. */
export function towns(): readonly Area[] {
  return townList;
}

/**
 * Whether the code is of an urban community (社区, run by a residents' committee 居委会) rather than a village.
 * False for unknown codes.
 */
export function isCommunity(code: string): boolean {
  const area = areas.get(code);
  return area?.level === 'VILLAGE' && (area.name.endsWith('居委会') || area.shortName.endsWith('社区'));
}

function readAreas(): ReadonlyMap<string, Area> {
  const file = readFileSync(new URL('areas-330803.csv', import.meta.url), 'utf8');
  const rows = parse<{ code: string; name: string; parent: string }>(file, { columns: true, skip_empty_lines: true });
  return new Map(
    rows.map(({ code, name, parent }) => {
      const level = LEVELS.get(code.length);
      if (level === undefined) throw new Error(`Expected an area code of 6, 9 or 12 digits, not ${code}.`);
      return [code, Object.freeze({ code, name, shortName: shortAreaName(name), parent, level })];
    }),
  );
}
