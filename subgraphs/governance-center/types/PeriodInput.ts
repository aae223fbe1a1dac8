import { builder } from '../builder.ts';

/** Days from the first up to, but without, the last. */
export const PeriodInput = builder.inputType('PeriodInput', {
  description: 'Days [from, to), China time (起止日期，含起不含止).',
  fields: (t) => ({
    from: t.field({ type: 'Date', required: true, description: 'First day (起始日).' }),
    to: t.field({ type: 'Date', required: true, description: 'Day after the last (截止日，不含).' }),
  }),
});
