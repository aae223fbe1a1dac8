import { area, date, text } from '../../../schema/extracts/columns.ts';
import { extractLayout } from '../../../schema/extracts/layout.ts';

/** The 5+1 teams (走访小组). */
export const visitTeams = extractLayout({
  name: 'visit-teams',
  title: '走访小组',
  catalogueId: 'QJ-ZLZX-010',
  fileName: '走访小组.csv',
  encoding: 'utf-8',
  table: 'visit_team',
  key: ['code'],
  asOf: 'updated_on',
  columns: {
    code: text('小组编码', { required: true }),
    name: text('小组名称', { required: true }),
    campaign: text('走访活动', { required: true }),
    area_code: area('区划代码', { required: true }),
    updated_on: date('更新日期', 'YYYY-MM-DD'),
  },
});
