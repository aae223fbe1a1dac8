import { builder } from '../builder.ts';

/** Kind of a grid (网格类型). */
export const GridKind = builder.enumType('GridKind', {
  description: 'Kind of a grid (网格类型).',
  values: {
    RURAL: { description: 'Rural (农村网格).' },
    URBAN_COMMUNITY: { description: 'Urban community (城市社区网格).' },
    DEDICATED: { description: 'Dedicated: a market, a park, a school (专属网格).' },
  },
});
