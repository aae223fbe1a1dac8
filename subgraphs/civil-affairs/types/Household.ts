import { requiresScopes } from '../../../schema/kit/federation.ts';
import { builder } from '../builder.ts';
import { socialAssistanceByHousehold } from '../loaders/social-assistance-by-household.ts';
import { SocialAssistance } from './SocialAssistance.ts';

builder.objectRef<{ readonly id: string }>('Household').implement({
  description: 'A household, as the civil-affairs bureau knows it (家庭户).',
  directives: { key: { fields: 'id' } },
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'The hub’s id (户标识).' }),
    socialAssistance: t.field({
      type: [SocialAssistance],
      description: 'Assistance granted to the family known by this household, newest first (家庭社会救助).',
      directives: requiresScopes('civil-affairs.assistance:read'),
      resolve: async ({ id }, _, context) => [...(await socialAssistanceByHousehold.load(context, id))],
    }),
  }),
});
