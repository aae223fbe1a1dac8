import { builder } from '../builder.ts';

/** How many a case concerns, GB/T 31000-2015 (涉事规模). */
export const CaseScale = builder.enumType('CaseScale', {
  description: 'How many a case concerns, GB/T 31000-2015 (涉事规模).',
  values: {
    INDIVIDUAL: { description: 'Individuals (个体性).' },
    GENERAL_GROUP: { description: 'A group (一般群体性).' },
    MAJOR_GROUP: { description: 'A large group (重大群体性).' },
  },
});
