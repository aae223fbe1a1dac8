import { codeTable } from './code-table.ts';

/**
 * Matters for which legal aid may be asked (法律援助事项), after Legal Aid Law 31; the numbering is the hub's own.
 */
export const legalAidMatters = codeTable({
  system: 'legal-aid-matter',
  title: 'Legal aid matter',
  titleZh: '法律援助事项',
  verified: false,
  codes: {
    '01': { label: 'State compensation', labelZh: '请求国家赔偿' },
    '02': { label: 'Social insurance benefits or social assistance', labelZh: '请求社会保险待遇或社会救助' },
    '03': { label: 'Pensions for the disabled or bereaved', labelZh: '请求发给抚恤金' },
    '04': { label: 'Maintenance of parents, children or spouses', labelZh: '请求给付赡养费、抚养费、扶养费' },
    '05': { label: 'Employment relation or wages', labelZh: '请求确认劳动关系或支付劳动报酬' },
    '06': { label: 'Declaring incapacity', labelZh: '请求认定公民无民事行为能力或限制民事行为能力' },
    '07': { label: 'Compensation for personal injury', labelZh: '请求工伤、交通、食药、医疗等人身损害赔偿' },
    '08': { label: 'Compensation for pollution', labelZh: '请求环境污染、生态破坏损害赔偿' },
  },
});
