import { builder } from '../builder.ts';

/** Level of a division (区划级别). */
export const AreaLevel = builder.enumType('AreaLevel', {
  description: 'Level of a division (区划级别).',
  values: {
    COUNTY: { description: 'County or district (区县).' },
    TOWN: { description: 'Town, township or street (镇街).' },
    VILLAGE: { description: 'Village or community (村社).' },
  },
});
