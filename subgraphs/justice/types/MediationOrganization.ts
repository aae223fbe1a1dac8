import { resolveReference } from '../../../schema/kit/federation.ts';
import { paginate } from '../../../schema/kit/paging.ts';
import { builder } from '../builder.ts';
import type { MediationOrganizationRow } from '../loaders/mediation-organization-record.ts';
import {
  everyKind,
  mediationOrganizationById,
  mediationOrganizationsByKind,
} from '../loaders/mediation-organizations.ts';
import { mediatorCountByOrganization, mediatorsByOrganization } from '../loaders/mediators-by-organization.ts';
import { Area } from './Area.ts';
import { MediatorConnection } from './Mediator.ts';

const MediationOrganizationKind = builder.enumType('MediationOrganizationKind', {
  description: 'Kind of mediation body (调解组织类别).',
  values: {
    COUNTY: { description: 'Of the district (区级).' },
    TOWN: { description: 'Of a town (乡镇、街道).' },
    VILLAGE: { description: 'Of a village or community (村、社区).' },
    INDUSTRY: { description: 'Of an industry (行业性、专业性).' },
    TEAM: { description: 'A team, such as 6070 (调解队).' },
    STUDIO: { description: 'A studio, such as 连心桥 (调解工作室).' },
  } as const,
});

/** A people's mediation body. */
export const MediationOrganization = builder.objectRef<MediationOrganizationRow>('MediationOrganization');

MediationOrganization.implement({
  description: 'A people’s mediation body (人民调解组织).',
  directives: { key: { fields: 'id' } },
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'The hub’s id (组织标识).' }),
    name: t.exposeString('name', { nullable: false, description: 'Name (名称).' }),
    kind: t.expose('kind', { type: MediationOrganizationKind, nullable: false, description: 'Kind (类别).' }),
    area: t.field({
      type: Area,
      description: 'Where it sits (所在地).',
      resolve: ({ areaCode }) => (areaCode === null ? null : { code: areaCode }),
    }),
    mediators: t.field({
      type: MediatorConnection,
      nullable: false,
      description: 'Its mediators, in the order of their numbers (调解员).',
      args: {
        first: t.arg.int({ defaultValue: 20, description: 'Rows a page, at most 100 (每页条数).' }),
        after: t.arg.string({ description: 'Cursor to continue after (起始游标).' }),
      },
      resolve: ({ number }, page, context) =>
        paginate(context, {
          list: `MediationOrganization.mediators:${number}`,
          page,
          rows: (request) => mediatorsByOrganization.load(context, number, request),
          positionOf: (mediator) => [mediator.number],
          total: async () => (await mediatorCountByOrganization.load(context, number))?.count ?? 0,
        }),
    }),
  }),
});

resolveReference<{ id: string }>(builder, 'MediationOrganization', ({ id }, context) =>
  mediationOrganizationById.load(context, id),
);

builder.queryField('mediationOrganizations', (t) =>
  t.field({
    type: [MediationOrganization],
    description: 'The mediation bodies of the district (人民调解组织目录).',
    args: { kind: t.arg({ type: MediationOrganizationKind, description: 'Of this kind alone (类别).' }) },
    resolve: async (_, { kind }, context) => [...(await mediationOrganizationsByKind.load(context, kind ?? everyKind))],
  }),
);
