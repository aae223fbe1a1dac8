import { builder } from '../builder.ts';

/** The four services of one line (民情直通车四类服务). */
export const ServiceKind = builder.enumType('ServiceKind', {
  description: 'The four services of one line (民情直通车四类服务).',
  values: {
    DISPUTE_MEDIATION: { description: 'Mediation of disputes (矛盾调解).' },
    EMERGENCY_RESCUE: { description: 'Help in emergencies (应急救助).' },
    GOVERNMENT_SERVICE: { description: 'Government service (政务服务).' },
    POLICY_ADVICE: { description: 'Advice on policies (政策咨询).' },
  },
});
