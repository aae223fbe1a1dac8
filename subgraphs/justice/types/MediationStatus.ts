import { builder } from '../builder.ts';

/** Where a mediation stands. */
export const MediationStatus = builder.enumType('MediationStatus', {
  description: 'Where a mediation stands (调解状态).',
  values: {
    ACCEPTED: { description: 'Accepted, not begun (已受理).' },
    IN_PROGRESS: { description: 'Under way (调解中).' },
    AGREED: { description: 'Concluded by an agreement (调解成功).' },
    FAILED: { description: 'Concluded without an agreement (调解不成).' },
    WITHDRAWN: { description: 'Withdrawn by the parties (撤回).' },
  } as const,
});
