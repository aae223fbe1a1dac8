import { dateTimeCell } from '../../../schema/synthetic/cells.ts';
import type { SyntheticExtract } from '../../../schema/synthetic/synthetic-extract.ts';
import { visits } from '../extracts/visits.ts';

/** Every visit, in the area of the dwelling. */
export const visitsRows: SyntheticExtract = {
  layout: visits,
  *rows(world) {
    for (let index = 0; index < world.visits; index++) {
      const visit = world.visit(index);
      const home = world.family(visit.family).residentHouseholds.find(({ number }) => number === visit.householdNumber);
      yield {
        走访编号: visit.number,
        居住户号: visit.householdNumber,
        标准地址编码: visit.addressCode,
        小组编码: world.visitTeams[visit.team]?.code ?? '',
        区划代码: home?.dwelling.areaCode ?? '',
        走访时间: dateTimeCell(visit.at, 'YYYY-MM-DD HH:mm:ss'),
        走访发现: visit.findings ?? '',
        移交事件编号: visit.matterNumbers.join(';'),
      };
    }
  },
};
