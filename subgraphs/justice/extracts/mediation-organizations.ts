import { area, code, text } from '../../../schema/extracts/columns.ts';
import { extractLayout } from '../../../schema/extracts/layout.ts';

/** People's mediation bodies (人民调解组织). */
export const mediationOrganizations = extractLayout({
  name: 'mediation-organizations',
  title: '人民调解组织',
  catalogueId: '330803/SF/0004',
  fileName: '人民调解组织.csv',
  encoding: 'gb18030',
  table: 'mediation_organization',
  key: ['number'],
  order: 1,
  columns: {
    number: text('调解组织编号', { required: true, max: 40 }),
    name: text('调解组织名称', { required: true, max: 100 }),
    kind: code(
      '组织类别',
      { 区级: 'COUNTY', 乡镇: 'TOWN', 村社: 'VILLAGE', 行业: 'INDUSTRY', 调解队: 'TEAM', 工作室: 'STUDIO' },
      { required: true },
    ),
    area_code: area('所在地区划'),
  },
});
