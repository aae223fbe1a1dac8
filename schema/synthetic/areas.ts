import { readFileSync } from 'node:fs';

/** A division as the area table lists it. */
export interface AreaRow {
  code: string;
  name: string;
  parent: string;
}

/** The district's areas, the county first: 20 towns of 9 digits, 295 villages and communities of 12. */
export function readAreas(): AreaRow[] {
  const text = readFileSync(new URL('../kit/areas/areas-330803.csv', import.meta.url), 'utf8');
  return text
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => {
      const [code = '', name = '', parent = ''] = line.split(',');
      return { code, name, parent };
    });
}
