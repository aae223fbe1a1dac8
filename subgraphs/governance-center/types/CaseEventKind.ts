import { builder } from '../builder.ts';

/** A step in the life of a case (流转动作). */
export const CaseEventKind = builder.enumType('CaseEventKind', {
  description: 'A step in the life of a case (流转动作).',
  values: {
    ACCEPTED: { description: 'Taken in (受理).' },
    CONFIRMED: { description: 'Confirmed by a second officer (复核).' },
    ASSIGNED: { description: 'Given to an organization (交办).' },
    STARTED: { description: 'Handling began (启动办理).' },
    PROGRESSED: { description: 'Went on (进展).' },
    TRANSFERRED: { description: 'Passed to another organization (转办).' },
    ESCALATED: { description: 'Raised a level (升级).' },
    RETURNED: { description: 'Handed back (退回).' },
    SUPERVISED: { description: 'Supervised (督办).' },
    RESOLVED: { description: 'Resolved (办结).' },
    FEEDBACK: { description: 'Result told to the parties (反馈).' },
    FOLLOWED_UP: { description: 'Followed up by a call (回访).' },
    CLOSED: { description: 'Closed (归档).' },
    REOPENED: { description: 'Opened again (重新办理).' },
    WITHDRAWN: { description: 'Withdrawn (撤回).' },
    MERGED: { description: 'Merged into another case (合并).' },
  },
});
