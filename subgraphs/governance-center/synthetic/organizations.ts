import type { SyntheticExtract } from '../../../schema/synthetic/synthetic-extract.ts';
import { governanceLevels } from '../extracts/codes/case-codes.ts';
import { organizationKinds, stationings, townBoards } from '../extracts/codes/place-codes.ts';
import { rawCode } from '../extracts/codes/raw-code.ts';
import { organizations } from '../extracts/organizations.ts';

const kinds = rawCode(organizationKinds);
const stationing = rawCode(stationings);
const boards = rawCode(townBoards);
const levels = rawCode(governanceLevels);
const WORKDAYS = 5;

/** Every organization; rotating departments take turns through the week. */
export const organizationsRows: SyntheticExtract = {
  layout: organizations,
  *rows(world) {
    for (const organization of world.organizations) {
      yield {
        单位编码: organization.code,
        单位名称: organization.name,
        单位类型: kinds(organization.kind),
        统一社会信用代码: organization.creditCode,
        入驻方式: stationing(organization.stationing),
        所属板块: boards(organization.board),
        区划代码: organization.areaCode,
        层级: levels(organization.level),
        轮驻星期: organization.stationing === 'ROTATING' ? String((organization.index % WORKDAYS) + 1) : '',
        更新日期: world.asOf,
      };
    }
  },
};
