import type { SyntheticExtract } from '../../../schema/synthetic/synthetic-extract.ts';
import { areas } from '../extracts/areas.ts';
import { areaLevels } from '../extracts/codes/place-codes.ts';
import { rawCode } from '../extracts/codes/raw-code.ts';

const level = rawCode(areaLevels);
const LEVELS: Readonly<Record<number, string>> = { 6: 'COUNTY', 9: 'TOWN', 12: 'VILLAGE' };

/** Every division of the district. */
export const areasRows: SyntheticExtract = {
  layout: areas,
  *rows(world) {
    for (const { code, name, parent } of world.areas) {
      yield {
        区划代码: code,
        区划名称: name,
        区划级别: level(LEVELS[code.length] ?? null),
        上级区划代码: parent,
        更新日期: world.asOf,
      };
    }
  },
};
