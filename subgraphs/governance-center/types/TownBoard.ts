import { builder } from '../builder.ts';

/** The four boards of a town (镇街四个板块). */
export const TownBoard = builder.enumType('TownBoard', {
  description: 'The four boards of a town (镇街四个板块).',
  values: {
    DISPUTE_MEDIATION: { description: 'Dispute mediation (矛盾调解).' },
    PUBLIC_ORDER: { description: 'Public order (治安防控).' },
    EMERGENCY_COMMAND: { description: 'Emergency command (应急指挥).' },
    SOCIAL_WORK: { description: 'Social work (社会工作).' },
  },
});
