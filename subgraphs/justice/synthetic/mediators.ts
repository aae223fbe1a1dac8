import type { SyntheticExtract } from '../../../schema/synthetic/synthetic-extract.ts';
import type { DisputeKind } from '../../../schema/synthetic/world.ts';
import { mediators } from '../extracts/mediators.ts';

const EMPLOYMENTS = { FULL_TIME: '专职', PART_TIME: '兼职' };

/** What mediating a kind of dispute takes, by the table of specialities. */
const SPECIALITIES: Readonly<Record<DisputeKind, string>> = {
  'marriage-family': '01',
  neighbour: '02',
  'property-management': '02',
  labour: '03',
  lending: '04',
  traffic: '05',
  tort: '06',
  land: '07',
  consumer: '09',
  contract: '09',
};

/** Every mediator once. */
export const mediatorRows: SyntheticExtract = {
  layout: mediators,
  *rows(world) {
    for (const { code, name, employment, organization, specialities } of world.mediators) {
      yield {
        调解员编号: code,
        调解员姓名: name,
        专兼职: EMPLOYMENTS[employment],
        调解组织编号: world.mediationOrganizations[organization]?.code ?? '',
        擅长类型: [...new Set(specialities.map((kind) => SPECIALITIES[kind]))].join('、'),
      };
    }
  },
};
