import { dateCell } from '../../../schema/synthetic/cells.ts';
import type { SyntheticExtract } from '../../../schema/synthetic/synthetic-extract.ts';
import { dwellings } from '../extracts/dwellings.ts';
import { updatedOn } from './updates/updated-on.ts';

/** The dwellings of every household, those left long ago included. No two families share one. */
export const dwellingsRows: SyntheticExtract = {
  layout: dwellings,
  *rows(world) {
    for (let index = 0; index < world.families; index++) {
      const { registeredHouseholds, residentHouseholds } = world.family(index);
      const updated = dateCell(updatedOn(world, index), 'YYYYMMDD');
      const written = new Set<string>();
      for (const { dwelling } of [...registeredHouseholds, ...residentHouseholds]) {
        if (written.has(dwelling.addressCode)) continue;
        written.add(dwelling.addressCode);
        yield {
          标准地址编码: dwelling.addressCode,
          标准地址: dwelling.address,
          实有地区划: dwelling.areaCode,
          更新日期: updated,
        };
      }
    }
  },
};
