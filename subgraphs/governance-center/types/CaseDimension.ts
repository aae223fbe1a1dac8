import { builder } from '../builder.ts';

/** What figures of cases may be grouped by (事件统计维度). */
export const CaseDimension = builder.enumType('CaseDimension', {
  description: 'What figures of cases may be grouped by (事件统计维度).',
  values: {
    AREA: { description: 'Village or community (村社).' },
    TOWN: { description: 'Town (镇街).' },
    CHANNEL: { description: 'Where they came in (受理渠道).' },
    SERVICE: { description: 'Service (服务类型).' },
    CATEGORY: { description: 'Kind (事项类别).' },
    STATUS: { description: 'Where they stand (办理状态).' },
    LEVEL: { description: 'Level that holds them (当前层级).' },
    HOLDER: { description: 'Organization that holds them (事权单位).' },
    SCALE: { description: 'How many they concern (涉事规模).' },
    DAY: { description: 'Day taken in, China time (受理日).' },
    MONTH: { description: 'Month taken in, China time (受理月).' },
  },
});
