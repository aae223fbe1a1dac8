import { builder } from '../builder.ts';

/** A stage of an immediate response (响应阶段). */
export const DispatchStage = builder.enumType('DispatchStage', {
  description: 'A stage of an immediate response (响应阶段).',
  values: {
    RECEIVE: { description: 'Receive within 1 minute (1分钟接收).' },
    CONTACT: { description: 'Reach the person within 3 minutes (3分钟联系).' },
    ARRIVE: { description: 'Be there within 10 minutes (10分钟到达).' },
  },
});
