import type { SyntheticExtract } from '../../../schema/synthetic/synthetic-extract.ts';
import { mediationOrganizations } from '../extracts/mediation-organizations.ts';

const KINDS = {
  COUNTY: '区级',
  TOWN: '乡镇',
  VILLAGE: '村社',
  INDUSTRY: '行业',
  TEAM: '调解队',
  STUDIO: '工作室',
};

/** Every mediation body once. */
export const mediationOrganizationRows: SyntheticExtract = {
  layout: mediationOrganizations,
  *rows(world) {
    for (const { code, name, kind, areaCode } of world.mediationOrganizations) {
      yield { 调解组织编号: code, 调解组织名称: name, 组织类别: KINDS[kind], 所在地区划: areaCode };
    }
  },
};
