import { builder } from '../builder.ts';

/** Sex, GB/T 2261.1 (性别). */
export const Sex = builder.enumType('Sex', {
  description: 'Sex, GB/T 2261.1 (性别).',
  values: {
    UNKNOWN: { description: 'Unknown (未知).' },
    MALE: { description: 'Male (男).' },
    FEMALE: { description: 'Female (女).' },
    UNSPECIFIED: { description: 'Unspecified (未说明).' },
  },
});
