import { builder } from '../builder.ts';

/** The tier on which an appeal is handled (e拨就灵办理层次). */
export const HandlingTier = builder.enumType('HandlingTier', {
  description: 'The tier on which an appeal is handled (e拨就灵办理层次).',
  values: {
    LEAD: { description: 'Leads (牵头).' },
    IMPLEMENT: { description: 'Implements (承办).' },
    SUPERVISE: { description: 'Supervises (督办).' },
  },
});
