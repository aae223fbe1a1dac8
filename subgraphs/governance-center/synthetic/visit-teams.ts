import type { SyntheticExtract } from '../../../schema/synthetic/synthetic-extract.ts';
import { visitTeams } from '../extracts/visit-teams.ts';

/** One team a village. */
export const visitTeamsRows: SyntheticExtract = {
  layout: visitTeams,
  *rows(world) {
    for (const { code, name, campaign, village } of world.visitTeams) {
      yield {
        小组编码: code,
        小组名称: name,
        走访活动: campaign,
        区划代码: world.villages[village]?.code ?? '',
        更新日期: world.asOf,
      };
    }
  },
};
