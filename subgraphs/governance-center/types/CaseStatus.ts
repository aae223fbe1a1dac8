import { builder } from '../builder.ts';

/** Where a case stands (办理状态). */
export const CaseStatus = builder.enumType('CaseStatus', {
  description: 'Where a case stands (办理状态).',
  values: {
    ACCEPTED: { description: 'Taken in (已受理).' },
    ASSIGNED: { description: 'Given to an organization (已交办).' },
    IN_PROGRESS: { description: 'Being handled (办理中).' },
    RETURNED: { description: 'Handed back (已退回).' },
    RESOLVED: { description: 'Resolved (已办结).' },
    FEEDBACK_GIVEN: { description: 'Result told to the parties (已反馈).' },
    CLOSED: { description: 'Closed (已归档).' },
    REOPENED: { description: 'Opened again (重新办理).' },
    WITHDRAWN: { description: 'Withdrawn (已撤回).' },
    MERGED: { description: 'Merged into another, and still answering (已合并).' },
  },
});
