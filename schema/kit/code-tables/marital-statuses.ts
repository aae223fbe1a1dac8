import { codeTable } from './code-table.ts';

/**
 * Marital status (婚姻状况), GB/T 2261.2-2003.
 */
export const maritalStatuses = codeTable({
  system: 'marital-status',
  title: 'Marital status',
  titleZh: '婚姻状况',
  standard: 'GB/T 2261.2-2003',
  verified: true,
  codes: {
    '10': { label: 'Never married', labelZh: '未婚' },
    '20': { label: 'Married', labelZh: '已婚' },
    '21': { label: 'Married for the first time', labelZh: '初婚' },
    '22': { label: 'Remarried', labelZh: '再婚' },
    '23': { label: 'Remarried to the former spouse', labelZh: '复婚' },
    '30': { label: 'Widowed', labelZh: '丧偶' },
    '40': { label: 'Divorced', labelZh: '离婚' },
    '90': { label: 'Unspecified', labelZh: '未说明的婚姻状况' },
  },
});
