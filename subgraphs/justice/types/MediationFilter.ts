import { builder } from '../builder.ts';
import { MediationStatus } from './MediationStatus.ts';

/** Which of a person's mediations are asked for. */
export const MediationFilter = builder.inputType('MediationFilter', {
  description: 'Which mediations (调解筛选条件).',
  fields: (t) => ({
    kind: t.string({ description: 'Code of the kind of dispute (纠纷类别代码).' }),
    status: t.field({ type: [MediationStatus], description: 'Any of these states (调解状态).' }),
  }),
});
