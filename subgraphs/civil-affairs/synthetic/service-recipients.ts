import { dateCell } from '../../../schema/synthetic/cells.ts';
import { residenceCode } from '../../../schema/synthetic/residence.ts';
import type { SyntheticExtract } from '../../../schema/synthetic/synthetic-extract.ts';
import type { Family, Person, World } from '../../../schema/synthetic/world.ts';
import { serviceRecipients } from '../extracts/service-recipients.ts';
import { careTagsOfPerson } from './care-tags-of-person.ts';
import { updatedOn } from './updated-on.ts';

/** Everybody with a marriage, a care tag, an allowance or assistance, once each. */
export const serviceRecipientRows: SyntheticExtract = {
  layout: serviceRecipients,
  *rows(world) {
    for (let index = 0; index < world.families; index++) {
      const family = world.family(index);
      for (const person of family.people) {
        if (!isServed(world, family, person)) continue;
        yield {
          身份证件号: person.idNumber,
          姓名: person.name,
          性别: person.sex,
          出生日期: dateCell(person.birthDate, 'YYYY年M月D日'),
          居住地行政区划: residenceCode(world, family, person),
          更新日期: updatedOn(world, index),
        };
      }
    }
  },
};

function isServed(world: World, family: Family, person: Person): boolean {
  const own = person.ref.person;
  if (person.facts.allowances.length > 0 || family.assistance?.beneficiaries.includes(own)) return true;
  if (family.marriages.some(({ spouses }) => spouses.includes(own))) return true;
  return [...careTagsOfPerson(world, family, person)].length > 0;
}
