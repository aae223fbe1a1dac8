import { requiresScopes } from '../../../schema/kit/federation.ts';
import { builder } from '../builder.ts';
import { incidentsByCase } from '../loaders/incidents-by-case.ts';
import { Incident } from './Incident.ts';

/** A matter of the governance centre, by its number. */
export const Case = builder.objectRef<{ readonly number: string }>('Case').implement({
  description: 'A matter of the governance centre (治理事项).',
  directives: { key: { fields: 'number' } },
  fields: (t) => ({
    number: t.exposeID('number', { nullable: false, description: 'Number of the matter (事项编号).' }),
    incidents: t.field({
      type: [Incident],
      directives: requiresScopes('public-security.incident:read'),
      description:
        'Incidents handed over into this matter; Public Security Administration Punishments Law 136 allows no other way to them (移交警情).',
      resolve: ({ number }, _arguments, context) => incidentsByCase.load(context, number),
    }),
  }),
});
