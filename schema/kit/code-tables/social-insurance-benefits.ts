import { codeTable } from './code-table.ts';

/**
 * Kinds of benefit that social insurance pays (待遇类别). Deployments number them differently; replaceable.
 */
export const socialInsuranceBenefits = codeTable({
  system: 'social-insurance-benefit',
  title: 'Kind of benefit',
  titleZh: '社会保险待遇类别',
  verified: false,
  codes: {
    '01': { label: 'Employee pension', labelZh: '职工基本养老金' },
    '02': { label: 'Resident pension', labelZh: '城乡居民基本养老金' },
    '03': { label: 'Disability pension before retirement age', labelZh: '病残津贴' },
    '04': { label: "Survivors' benefit", labelZh: '遗属待遇' },
    '05': { label: 'Unemployment benefit', labelZh: '失业保险金' },
    '06': { label: 'Work-injury disability allowance', labelZh: '伤残津贴' },
    '07': { label: 'Nursing allowance', labelZh: '生活护理费' },
    '08': { label: "Dependants' pension", labelZh: '供养亲属抚恤金' },
  },
});
