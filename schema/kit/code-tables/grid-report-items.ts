import { codeTable } from './code-table.ts';

/**
 * The eight things that a grid worker must report (八必报). Their wording is not published: eight rows that a deployment
 * replaces by its own.
 */
export const gridReportItems = codeTable({
  system: 'grid-report-item',
  title: 'Report item',
  titleZh: '八必报事项',
  verified: false,
  codes: {
    '01': { label: 'Emergency', labelZh: '突发事件' },
    '02': { label: 'Safety hazard', labelZh: '安全隐患' },
    '03': { label: 'Dispute', labelZh: '矛盾纠纷' },
    '04': { label: 'Fire hazard', labelZh: '火灾隐患' },
    '05': { label: 'Damaged public facility', labelZh: '公共设施损坏' },
    '06': { label: 'Pollution', labelZh: '环境污染' },
    '07': { label: 'Person in need of help', labelZh: '困难求助' },
    '08': { label: 'Other urgent matter', labelZh: '其他紧急情况' },
  },
});
