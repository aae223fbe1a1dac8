import { requiresScopes } from '../../../schema/kit/federation.ts';
import { builder } from '../builder.ts';
import { mediationsByCase } from '../loaders/mediations-by-case.ts';
import { Mediation } from './Mediation.ts';

/** A matter of the governance centre by its number; the key alone is the record here. */
export const Case = builder.objectRef<{ readonly number: string }>('Case').implement({
  description: 'A matter of the governance centre (治理事项).',
  directives: { key: { fields: 'number' } },
  fields: (t) => ({
    number: t.exposeID('number', { nullable: false, description: 'The centre’s number (事项编号).' }),
    mediations: t.field({
      type: [Mediation],
      description: 'Mediations that serve the matter, newest first (关联调解).',
      directives: requiresScopes('justice.mediation:read'),
      resolve: async ({ number }, _, context) => [...(await mediationsByCase.load(context, number))],
    }),
  }),
});
