import { codeTable } from './code-table.ts';

/**
 * Payment status of an enrolment (个人缴费状态, AAC031) as one common deployment numbers it. Deployments differ: the raw
 * code is kept beside the normalised one, and the table is replaced together with its mapping.
 */
export const socialInsuranceStatuses = codeTable({
  system: 'AAC031',
  title: 'Payment status of an enrolment',
  titleZh: '个人缴费状态',
  verified: false,
  codes: {
    '0': { label: 'Not enrolled', labelZh: '未参保' },
    '1': { label: 'Paying', labelZh: '参保缴费' },
    '2': { label: 'Payment suspended', labelZh: '暂停缴费' },
    '3': { label: 'Payment ended', labelZh: '终止缴费' },
    '4': { label: 'Frozen', labelZh: '封存' },
  },
});

/** The status of an enrolment, as the graph names it. */
export type EnrolmentStatus = 'ACTIVE' | 'FROZEN' | 'SUSPENDED' | 'STOPPED' | 'NONE';

const STATUSES = {
  '0': 'NONE',
  '1': 'ACTIVE',
  '2': 'SUSPENDED',
  '3': 'STOPPED',
  '4': 'FROZEN',
} as const satisfies Record<string, EnrolmentStatus>;

/** The normalised status of a raw AAC031 code; undefined for a code that the table does not list. */
export function enrolmentStatusOf(code: string): EnrolmentStatus | undefined {
  return socialInsuranceStatuses.has(code) ? STATUSES[code] : undefined;
}
