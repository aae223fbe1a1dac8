import { codeTable } from './code-table.ts';

/**
 * Schemes of social insurance (险种, AAE140) as one common deployment numbers them; replaceable with their mapping.
 */
export const socialInsuranceSchemes = codeTable({
  system: 'AAE140',
  title: 'Insurance scheme',
  titleZh: '险种类型',
  verified: false,
  codes: {
    '110': { label: "Employees' basic pension insurance", labelZh: '企业职工基本养老保险' },
    '170': { label: "Residents' basic pension insurance", labelZh: '城乡居民基本养老保险' },
    '210': { label: 'Unemployment insurance', labelZh: '失业保险' },
    '410': { label: 'Work injury insurance', labelZh: '工伤保险' },
  },
});

/** A scheme, as the graph names it. */
export type InsuranceScheme = 'EMPLOYEE_PENSION' | 'RESIDENT_PENSION' | 'UNEMPLOYMENT' | 'WORK_INJURY';

const SCHEMES = {
  '110': 'EMPLOYEE_PENSION',
  '170': 'RESIDENT_PENSION',
  '210': 'UNEMPLOYMENT',
  '410': 'WORK_INJURY',
} as const satisfies Record<string, InsuranceScheme>;

/** The scheme of a raw AAE140 code; undefined for a code that the table does not list. */
export function insuranceSchemeOf(code: string): InsuranceScheme | undefined {
  return socialInsuranceSchemes.has(code) ? SCHEMES[code] : undefined;
}
