import { code, date, flag, integer, text } from '../../../schema/extracts/columns.ts';
import { extractLayout } from '../../../schema/extracts/layout.ts';
import { gridPostRoles } from '../../../schema/kit/code-tables/grid-post-roles.ts';
import { byChineseLabel } from './codes/by-chinese-label.ts';

/** Posts of grids, filled or vacant (网格岗位). */
export const gridPosts = extractLayout({
  name: 'grid-posts',
  title: '网格岗位',
  catalogueId: 'QJ-ZLZX-004',
  fileName: '网格岗位.csv',
  encoding: 'utf-8',
  table: 'grid_post',
  key: ['grid_code', 'post_number'],
  asOf: 'updated_on',
  columns: {
    grid_code: text('网格编码', { required: true }),
    post_number: integer('岗位序号', { required: true }),
    role: code('岗位', byChineseLabel(gridPostRoles), { required: true }),
    worker_name: text('人员姓名'),
    full_time: flag('是否专职', { yes: '是', no: '否' }),
    last_trained_on: date('最近培训日期', 'YYYY-MM-DD'),
    updated_on: date('更新日期', 'YYYY-MM-DD'),
  },
});
