import { codeTable } from './code-table.ts';

/**
 * Types of medical insurance (insutype, 险种类型). The national code set was not readable; replaceable with its mapping.
 */
export const medicalInsuranceTypes = codeTable({
  system: 'insutype',
  title: 'Type of medical insurance',
  titleZh: '医疗保险险种类型',
  verified: false,
  codes: {
    '310': { label: "Employees' basic medical insurance", labelZh: '职工基本医疗保险' },
    '390': { label: "Residents' basic medical insurance", labelZh: '城乡居民基本医疗保险' },
  },
});

/** A medical insurance scheme, as the graph names it. */
export type MedicalScheme = 'EMPLOYEE' | 'RESIDENT';

const SCHEMES = {
  '310': 'EMPLOYEE',
  '390': 'RESIDENT',
} as const satisfies Record<string, MedicalScheme>;

/** The scheme of a raw insutype; undefined for a code that the table does not list. */
export function medicalSchemeOf(code: string): MedicalScheme | undefined {
  return medicalInsuranceTypes.has(code) ? SCHEMES[code] : undefined;
}
