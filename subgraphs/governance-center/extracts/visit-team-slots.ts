import { code, date, text } from '../../../schema/extracts/columns.ts';
import { extractLayout } from '../../../schema/extracts/layout.ts';
import { visitRoles } from './codes/place-codes.ts';

/** The seats of the 5+1 teams (走访小组成员). */
export const visitTeamSlots = extractLayout({
  name: 'visit-team-slots',
  title: '走访小组成员',
  catalogueId: 'QJ-ZLZX-011',
  fileName: '走访小组成员.csv',
  encoding: 'utf-8',
  table: 'visit_team_slot',
  key: ['team_code', 'role'],
  asOf: 'updated_on',
  columns: {
    team_code: text('小组编码', { required: true }),
    role: code('角色', visitRoles, { required: true }),
    member: text('成员姓名', { required: true }),
    updated_on: date('更新日期', 'YYYY-MM-DD'),
  },
});
