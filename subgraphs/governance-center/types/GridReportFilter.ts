import { builder } from '../builder.ts';

/** Which reports of a grid. */
export const GridReportFilter = builder.inputType('GridReportFilter', {
  description: 'Which reports; times are [from, to) (上报条件).',
  fields: (t) => ({
    item: t.string({ description: 'Code of what was reported (上报事项代码).' }),
    from: t.field({ type: 'DateTime', description: 'Reported at or after (上报时间起，含).' }),
    to: t.field({ type: 'DateTime', description: 'Reported before (上报时间止，不含).' }),
    urgent: t.boolean({ description: 'Urgent ones, or the others (是否紧急).' }),
  }),
});
