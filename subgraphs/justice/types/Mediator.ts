import { shared } from '../../../schema/kit/builder.ts';
import { mediatorSpecialities } from '../../../schema/kit/code-tables/mediator-specialities.ts';
import { resolveReference } from '../../../schema/kit/federation.ts';
import { connectionType } from '../../../schema/kit/paging.ts';
import { builder } from '../builder.ts';
import { organizationOf } from '../loaders/mediation-organization-record.ts';
import { mediatorById } from '../loaders/mediator-by-id.ts';
import type { MediatorRow } from '../loaders/mediator-record.ts';
import { openMediationCountByMediator } from '../loaders/open-mediation-count-by-mediator.ts';
import { MediationOrganization } from './MediationOrganization.ts';

const Employment = builder.enumType('Employment', {
  description: 'How somebody is employed (用工形式).',
  values: {
    FULL_TIME: { description: 'Full time (专职).' },
    PART_TIME: { description: 'Part time (兼职).' },
  } as const,
});

/** A people's mediator: an official, named in full. */
export const Mediator = builder.objectRef<MediatorRow>('Mediator');

Mediator.implement({
  description: 'A people’s mediator, an official and named in full (人民调解员).',
  directives: { key: { fields: 'id' } },
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'The hub’s id (调解员标识).' }),
    name: t.exposeString('name', { nullable: false, description: 'Name (姓名).' }),
    employment: t.expose('employment', {
      type: Employment,
      nullable: false,
      description: 'Full time or part time (专职或兼职).',
    }),
    organization: t.field({
      type: MediationOrganization,
      description: 'The body they belong to (所属调解组织).',
      resolve: organizationOf,
    }),
    specialities: t.field({
      type: [shared(builder).code()],
      nullable: false,
      description: 'What they are practised in (调解专长).',
      resolve: ({ specialities }) => specialities.map((code) => mediatorSpecialities.codeOf(code)),
    }),
    openMediations: t.int({
      nullable: false,
      description: 'Mediations in hand within the viewer’s areas (在办调解数).',
      resolve: async ({ number }, _, context) => (await openMediationCountByMediator.load(context, number))?.count ?? 0,
    }),
  }),
});

/** A page of mediators. */
export const MediatorConnection = connectionType(builder, 'Mediator', Mediator);

resolveReference<{ id: string }>(builder, 'Mediator', ({ id }, context) => mediatorById.load(context, id));
