import { builder } from '../builder.ts';

/** How many a dispute concerns, GB/T 31000-2015. */
export const DisputeScale = builder.enumType('DisputeScale', {
  description: 'How many a dispute concerns, GB/T 31000 (涉事规模).',
  values: {
    INDIVIDUAL: { description: 'Individuals (个体性事件).' },
    GENERAL_GROUP: { description: 'A group (一般群体性事件).' },
    MAJOR_GROUP: { description: 'A large group (重大群体性事件).' },
  } as const,
});
