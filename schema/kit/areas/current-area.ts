import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { areas } from './areas.ts';

/** The code in force for a code that came, and whether that one had been retired. */
export interface CurrentArea {
  readonly code: string;
  readonly retired: boolean;
}

const successors: ReadonlyMap<string, CurrentArea> = readSuccessors();

/** The codes of merged divisions that old extracts still hold. The rows beside this file are invented examples. */
export function retiredAreas(): readonly string[] {
  return [...successors.keys()];
}

/**
 * The area code in force for a code as it came: itself, or the successor of a retired one. Undefined for a code that
 * neither is nor was one of the district's.
 */
export function currentArea(code: string): CurrentArea | undefined {
  return areas.has(code) ? { code, retired: false } : successors.get(code);
}

function readSuccessors(): ReadonlyMap<string, CurrentArea> {
  const file = readFileSync(new URL('retired-areas.csv', import.meta.url), 'utf8');
  const rows = parse<{ code: string; successor: string }>(file, { columns: true, skip_empty_lines: true });
  return new Map(
    rows.map(({ code, successor }) => {
      if (areas.has(code)) throw new Error(`Expected retired area ${code} to be in force no more.`);
      if (!areas.has(successor))
        throw new Error(`Expected the successor of area ${code} to be in force: ${successor}.`);
      return [code, Object.freeze({ code: successor, retired: true })];
    }),
  );
}
