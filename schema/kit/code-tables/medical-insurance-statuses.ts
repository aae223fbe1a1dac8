import { codeTable } from './code-table.ts';

/**
 * Status of a medical insurance enrolment (psn_insu_stas, 人员参保状态). Not compared with the national code set;
 * replaceable with its mapping.
 */
export const medicalInsuranceStatuses = codeTable({
  system: 'psn_insu_stas',
  title: 'Enrolment status',
  titleZh: '人员参保状态',
  verified: false,
  codes: {
    '1': { label: 'Enrolled', labelZh: '正常参保' },
    '2': { label: 'Paused', labelZh: '暂停参保' },
    '4': { label: 'Ended', labelZh: '终止参保' },
  },
});

/** The status of a medical insurance enrolment, as the graph names it. */
export type MedicalEnrolmentStatus = 'ACTIVE' | 'PAUSED' | 'ENDED';

const STATUSES = {
  '1': 'ACTIVE',
  '2': 'PAUSED',
  '4': 'ENDED',
} as const satisfies Record<string, MedicalEnrolmentStatus>;

/** The normalised status of a raw psn_insu_stas; undefined for a code that the table does not list. */
export function medicalEnrolmentStatusOf(code: string): MedicalEnrolmentStatus | undefined {
  return medicalInsuranceStatuses.has(code) ? STATUSES[code] : undefined;
}
