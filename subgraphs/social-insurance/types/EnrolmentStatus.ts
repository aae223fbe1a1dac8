import { builder } from '../builder.ts';

/** Status of an enrolment, normalised from AAC031 (参保状态). */
export const EnrolmentStatus = builder.enumType('EnrolmentStatus', {
  description: 'Status of an enrolment, the same whatever the deployment’s code (参保状态).',
  values: {
    ACTIVE: { description: 'Paying (参保缴费).' },
    FROZEN: { description: 'Account frozen (封存).' },
    SUSPENDED: { description: 'Payment suspended (暂停缴费).' },
    STOPPED: { description: 'Payment ended (终止缴费).' },
    NONE: { description: 'Not enrolled (未参保).' },
  },
});
