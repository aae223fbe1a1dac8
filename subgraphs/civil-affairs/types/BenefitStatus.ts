import { builder } from '../builder.ts';

/** Where an allowance or assistance stands. */
export const BenefitStatus = builder.enumType('BenefitStatus', {
  description: 'Where an allowance or assistance stands (待遇状态).',
  values: {
    ACTIVE: { description: 'Being paid (在享).' },
    SUSPENDED: { description: 'Suspended (暂停).' },
    ENDED: { description: 'Ended (停发).' },
  } as const,
});
