import { requiresScopes } from '../../../schema/kit/federation.ts';
import { paginate } from '../../../schema/kit/paging.ts';
import { builder } from '../builder.ts';
import { legalAidByPerson } from '../loaders/legal-aid-by-person.ts';
import { mediationCountByPerson, mediationsByPerson } from '../loaders/mediations-by-person.ts';
import { openMediationsByPerson } from '../loaders/open-mediations-by-person.ts';
import { LegalAid } from './LegalAid.ts';
import { Mediation, MediationConnection } from './Mediation.ts';
import { MediationFilter } from './MediationFilter.ts';

/** A person by the hub's id; the key alone is the record here. */
export const Person = builder.objectRef<{ readonly id: string }>('Person').implement({
  description: 'A person, as the justice bureau knows them (人员).',
  directives: { key: { fields: 'id' } },
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'The hub’s id (人员标识).' }),
    openMediations: t.field({
      type: [Mediation],
      description: 'Mediations not yet concluded: is this matter registered already? (在办调解).',
      directives: requiresScopes('justice.mediation:read'),
      resolve: async ({ id }, _, context) => [...(await openMediationsByPerson.load(context, id))],
    }),
    mediations: t.field({
      type: MediationConnection,
      description: 'Every mediation in which the person is a party, newest first (历次调解).',
      directives: requiresScopes('justice.mediation:history'),
      args: {
        filter: t.arg({ type: MediationFilter, description: 'Which of them (筛选条件).' }),
        first: t.arg.int({ defaultValue: 20, description: 'Rows a page, at most 100 (每页条数).' }),
        after: t.arg.string({ description: 'Cursor to continue after (起始游标).' }),
      },
      resolve: ({ id }, { filter, ...page }, context) => {
        const selection = { kind: filter?.kind, status: filter?.status };
        return paginate(context, {
          list: `Person.mediations:${id}${JSON.stringify(selection)}`,
          page,
          rows: (request) => mediationsByPerson.load(context, id, { ...selection, ...request }),
          positionOf: ({ acceptedAt, id: mediation }) => [acceptedAt, mediation],
          total: async () => (await mediationCountByPerson.load(context, id, selection))?.count ?? 0,
        });
      },
    }),
    legalAid: t.field({
      type: [LegalAid],
      description: 'Applications for legal aid, newest first (法律援助).',
      directives: requiresScopes('justice.legal-aid:read'),
      resolve: async ({ id }, _, context) => [...(await legalAidByPerson.load(context, id))],
    }),
  }),
});
