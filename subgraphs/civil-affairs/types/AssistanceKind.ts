import { builder } from '../builder.ts';

/** Kind of social assistance. */
export const AssistanceKind = builder.enumType('AssistanceKind', {
  description: 'Kind of social assistance (救助类别).',
  values: {
    SUBSISTENCE_ALLOWANCE: { description: 'Subsistence allowance (最低生活保障).' },
    EXTREME_HARDSHIP: { description: 'Support in extreme hardship (特困供养).' },
    MARGINAL_LOW_INCOME: { description: 'Families close to the subsistence line (低保边缘家庭).' },
    TEMPORARY: { description: 'Temporary relief (临时救助).' },
  } as const,
});
