import { dateCell } from '../../../schema/synthetic/cells.ts';
import { residenceCode } from '../../../schema/synthetic/residence.ts';
import type { SyntheticExtract } from '../../../schema/synthetic/synthetic-extract.ts';
import { careTags } from '../extracts/care-tags.ts';
import { careTagsOfPerson } from './care-tags-of-person.ts';
import { updatedOn } from './updated-on.ts';

/** Every care tag once. */
export const careTagRows: SyntheticExtract = {
  layout: careTags,
  *rows(world) {
    for (let index = 0; index < world.families; index++) {
      const family = world.family(index);
      for (const person of family.people) {
        for (const { kind, since, until } of careTagsOfPerson(world, family, person)) {
          yield {
            身份证件号: person.idNumber,
            关爱类别: kind,
            认定日期: dateCell(since, 'YYYY年M月D日'),
            终止日期: dateCell(until, 'YYYY年M月D日'),
            居住地行政区划: residenceCode(world, family, person),
            更新日期: updatedOn(world, index),
          };
        }
      }
    }
  },
};
