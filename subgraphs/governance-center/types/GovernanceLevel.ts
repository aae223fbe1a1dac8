import { builder } from '../builder.ts';

/** A level of governance (治理层级). */
export const GovernanceLevel = builder.enumType('GovernanceLevel', {
  description: 'A level of governance (治理层级).',
  values: {
    GRID: { description: 'Grid: on the spot (网格).' },
    VILLAGE: { description: 'Village or community (村社).' },
    TOWN: { description: 'Town (镇街).' },
    COUNTY: { description: 'County (区级).' },
  },
});
