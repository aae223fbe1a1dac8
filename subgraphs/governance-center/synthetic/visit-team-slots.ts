import type { SyntheticExtract } from '../../../schema/synthetic/synthetic-extract.ts';
import { visitRoles } from '../extracts/codes/place-codes.ts';
import { rawCode } from '../extracts/codes/raw-code.ts';
import { visitTeamSlots } from '../extracts/visit-team-slots.ts';

const roles = rawCode(visitRoles);

/** The six seats of every team. */
export const visitTeamSlotsRows: SyntheticExtract = {
  layout: visitTeamSlots,
  *rows(world) {
    for (const { code, slots } of world.visitTeams) {
      for (const { role, member } of slots)
        yield { 小组编码: code, 角色: roles(role), 成员姓名: member, 更新日期: world.asOf };
    }
  },
};
