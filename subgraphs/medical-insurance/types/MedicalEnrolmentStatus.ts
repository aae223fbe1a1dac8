import { builder } from '../builder.ts';

/** Status of an enrolment, normalised from psn_insu_stas (医保参保状态). */
export const MedicalEnrolmentStatus = builder.enumType('MedicalEnrolmentStatus', {
  description: 'Status of an enrolment, the same whatever the deployment’s code (医保参保状态).',
  values: {
    ACTIVE: { description: 'Enrolled (正常参保).' },
    PAUSED: { description: 'Paused (暂停参保).' },
    ENDED: { description: 'Ended (终止参保).' },
  },
});
