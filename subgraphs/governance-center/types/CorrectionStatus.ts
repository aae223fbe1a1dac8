import { builder } from '../builder.ts';

/** Where a request to correct a register stands (更正请求状态). */
export const CorrectionStatus = builder.enumType('CorrectionStatus', {
  description: 'Where a request to correct a register stands (更正请求状态).',
  values: {
    OPEN: { description: 'Not decided (待处理).' },
    ACCEPTED: { description: 'Register corrected (已采纳).' },
    REJECTED: { description: 'Refused (未采纳).' },
  },
});
