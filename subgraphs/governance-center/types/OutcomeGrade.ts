import { builder } from '../builder.ts';

/** How far something was set right (化解程度). */
export const OutcomeGrade = builder.enumType('OutcomeGrade', {
  description: 'How far something was set right (化解程度).',
  values: {
    FULL: { description: 'Fully (完全化解).' },
    PARTIAL: { description: 'In part (部分化解).' },
    NONE: { description: 'Not at all (未化解).' },
    NOT_APPLICABLE: { description: 'Nothing to set right (不适用).' },
  },
});
