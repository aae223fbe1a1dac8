import { builder } from '../builder.ts';

/** What figures of dispatch may be grouped by (指令统计维度). */
export const DispatchDimension = builder.enumType('DispatchDimension', {
  description: 'What figures of dispatch may be grouped by (指令统计维度).',
  values: {
    AREA: { description: 'Village or community (村社).' },
    TOWN: { description: 'Town (镇街).' },
    UNIT: { description: 'Unit that was sent (承接单位).' },
    KIND: { description: 'Kind of instruction (指令类型).' },
    DAY: { description: 'Day issued, China time (下达日).' },
    MONTH: { description: 'Month issued, China time (下达月).' },
  },
});
