import { code, list, name, text } from '../../../schema/extracts/columns.ts';
import { extractLayout } from '../../../schema/extracts/layout.ts';

/** People's mediators (人民调解员). */
export const mediators = extractLayout({
  name: 'mediators',
  title: '人民调解员',
  catalogueId: '330803/SF/0003',
  fileName: '人民调解员.csv',
  encoding: 'gb18030',
  table: 'mediator',
  key: ['number'],
  order: 2,
  columns: {
    number: text('调解员编号', { required: true, max: 40 }),
    name: name('调解员姓名', { required: true }),
    employment: code('专兼职', { 专职: 'FULL_TIME', 兼职: 'PART_TIME' }, { required: true }),
    organization_number: text('调解组织编号', { max: 40 }),
    specialities: list('擅长类型', '、'),
  },
});
