import { area, text } from '../../../schema/extracts/columns.ts';
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
  columns: {
    code: text('小组编码', { required: true }),
    name: text('小组名称', { required: true }),
    campaign: text('走访活动', { required: true }),
    area_code: area('区划代码', { required: true }),
  },
});
