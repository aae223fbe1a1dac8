import { dateCell } from '../../../schema/synthetic/cells.ts';
import type { SyntheticExtract } from '../../../schema/synthetic/synthetic-extract.ts';
import { people } from '../extracts/people.ts';
import { updatedOn } from './updates/updated-on.ts';

const DOCUMENTS = { RESIDENT_ID: '111', HK_MACAO_TAIWAN_RESIDENCE_PERMIT: '990', FOREIGN_PERMANENT_RESIDENCE: '553' };
const STATUSES = { ALIVE: '1', DECEASED: '2', CANCELLED: '3' };
const REGISTRATIONS = { REGISTERED: '10', FLOATING: '20', HK_MACAO_TAIWAN: '30', FOREIGN: '40' };

/** Everybody once. Who lives outside the district is kept under the village of the registration. */
export const peopleRows: SyntheticExtract = {
  layout: people,
  *rows(world) {
    for (let index = 0; index < world.families; index++) {
      const family = world.family(index);
      const home = world.villages[family.village];
      const updated = dateCell(updatedOn(world, index), 'YYYYMMDD');
      for (const person of family.people) {
        const lived = family.residentHouseholds.find(({ number }) => number === person.residentHouseholdNumber);
        yield {
          公民身份号码: person.idNumber,
          曾用公民身份号码: person.previousIdNumbers.join(';'),
          证件种类: DOCUMENTS[person.documentKind],
          姓名: person.name,
          曾用名: person.formerName ?? '',
          性别: person.sex,
          出生日期: dateCell(person.birthDate, 'YYYYMMDD'),
          联系电话: person.phone ?? '',
          人员状态: STATUSES[person.status],
          注销日期: dateCell(person.endedOn, 'YYYYMMDD'),
          人口类别: REGISTRATIONS[person.registration],
          现住址: lived?.dwelling.address ?? '',
          现住地区划: lived?.dwelling.areaCode ?? home?.code ?? '',
          实有户号: person.residentHouseholdNumber ?? '',
          与实有户户主关系: person.residentRelation ?? '',
          户籍户号: person.registeredHouseholdNumber ?? '',
          更新日期: updated,
        };
      }
    }
  },
};
