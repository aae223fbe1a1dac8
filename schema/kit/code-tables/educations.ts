import { codeTable } from './code-table.ts';

/**
 * Education completed (学历), GB/T 4658-2006: the groups and the codes that registers commonly hold.
 */
export const educations = codeTable({
  system: 'education',
  title: 'Education',
  titleZh: '学历',
  standard: 'GB/T 4658-2006',
  verified: true,
  codes: {
    '10': { label: 'Postgraduate education', labelZh: '研究生教育' },
    '11': { label: 'Doctoral degree completed', labelZh: '博士研究生毕业' },
    '14': { label: "Master's degree completed", labelZh: '硕士研究生毕业' },
    '20': { label: 'Undergraduate education', labelZh: '大学本科教育' },
    '21': { label: "Bachelor's degree completed", labelZh: '大学本科毕业' },
    '30': { label: 'College education', labelZh: '大学专科教育' },
    '31': { label: 'College completed', labelZh: '大学专科毕业' },
    '40': { label: 'Secondary vocational education', labelZh: '中等职业教育' },
    '41': { label: 'Specialised secondary school completed', labelZh: '中等专科毕业' },
    '44': { label: 'Vocational senior school completed', labelZh: '职业高中毕业' },
    '47': { label: "Skilled workers' school completed", labelZh: '技工学校毕业' },
    '60': { label: 'Senior middle school education', labelZh: '普通高级中学教育' },
    '61': { label: 'Senior middle school completed', labelZh: '普通高中毕业' },
    '70': { label: 'Junior middle school education', labelZh: '初级中学教育' },
    '71': { label: 'Junior middle school completed', labelZh: '初中毕业' },
    '80': { label: 'Primary education', labelZh: '小学教育' },
    '81': { label: 'Primary school completed', labelZh: '小学毕业' },
    '90': { label: 'Other', labelZh: '其他' },
  },
});
