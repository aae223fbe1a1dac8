import { shared } from '../../../schema/kit/builder.ts';
import { disputeKinds } from '../../../schema/kit/code-tables/dispute-kinds.ts';
import type { SubgraphContext } from '../../../schema/kit/context.ts';
import { requiresScopes, resolveReference } from '../../../schema/kit/federation.ts';
import { foundWithinMatter } from '../../../schema/kit/found-within-matter.ts';
import { connectionType } from '../../../schema/kit/paging.ts';
import { sourceOfBatch } from '../../../schema/kit/record-source.ts';
import { builder } from '../builder.ts';
import { mediationById } from '../loaders/mediation-by-id.ts';
import { organizationOf } from '../loaders/mediation-organization-record.ts';
import type { MediationRow } from '../loaders/mediation-record.ts';
import { mediatorsByMediation } from '../loaders/mediators-by-mediation.ts';
import { partiesByMediation } from '../loaders/parties-by-mediation.ts';
import { Area } from './Area.ts';
import { Case } from './Case.ts';
import { DisputeScale } from './DisputeScale.ts';
import { agreementOf, MediationAgreement } from './MediationAgreement.ts';
import { MediationOrganization } from './MediationOrganization.ts';
import { MediationParty } from './MediationParty.ts';
import { MediationStatus } from './MediationStatus.ts';
import { Mediator } from './Mediator.ts';

/** A people's mediation. What hangs on it is read under the scope that opened it. */
export const Mediation = builder.objectRef<MediationRow>('Mediation');

Mediation.implement({
  description: 'A people’s mediation (人民调解).',
  directives: { key: { fields: 'id' } },
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'The hub’s id (调解标识).' }),
    number: t.exposeString('number', { nullable: false, description: 'The bureau’s number (调解编号).' }),
    kind: t.field({
      type: shared(builder).code(),
      nullable: false,
      description: 'Kind of dispute (纠纷类别).',
      resolve: ({ kind }) => disputeKinds.codeOf(kind),
    }),
    scale: t.expose('scale', { type: DisputeScale, nullable: false, description: 'How many it concerns (涉事规模).' }),
    organization: t.field({
      type: MediationOrganization,
      description: 'The body that mediates (调解组织).',
      resolve: organizationOf,
    }),
    mediators: t.field({
      type: [Mediator],
      nullable: false,
      description: 'Who mediates (调解员).',
      resolve: async ({ number, scope }, _, context) => [...(await mediatorsByMediation[scope].load(context, number))],
    }),
    parties: t.field({
      type: [MediationParty],
      nullable: false,
      description: 'Between whom, in the order of the record (当事人).',
      resolve: async ({ number, scope }, _, context) => [...(await partiesByMediation[scope].load(context, number))],
    }),
    area: t.field({
      type: Area,
      description: 'Where the dispute arose (发生地).',
      resolve: ({ areaCode }) => ({ code: areaCode }),
    }),
    acceptedAt: t.expose('acceptedAt', { type: 'DateTime', nullable: false, description: 'Accepted (受理时间).' }),
    concludedAt: t.expose('concludedAt', { type: 'DateTime', description: 'Concluded (办结时间).' }),
    status: t.expose('status', { type: MediationStatus, nullable: false, description: 'Where it stands (调解状态).' }),
    agreement: t.field({
      type: MediationAgreement,
      description: 'What the parties agreed, if they did (调解协议).',
      resolve: agreementOf,
    }),
    case: t.field({
      type: Case,
      description: 'The governance centre’s matter it serves (关联事项).',
      resolve: ({ caseNumber }) => (caseNumber === null ? null : { number: caseNumber }),
    }),
    source: t.field({
      type: shared(builder).recordSource(),
      nullable: false,
      description: 'Where the record comes from (数据来源).',
      resolve: ({ batchId }, _, context) => sourceOfBatch(context, batchId),
    }),
  }),
});

/** A page of mediations. */
export const MediationConnection = connectionType(builder, 'Mediation', Mediation);

const scope = 'justice.mediation:read';
const mediationOf = async (context: SubgraphContext, id: string) =>
  foundWithinMatter(context, scope, await mediationById.load(context, id));

resolveReference<{ id: string }>(builder, 'Mediation', ({ id }, context) => mediationOf(context, id));

builder.queryField('mediation', (t) =>
  t.field({
    type: Mediation,
    description: 'A mediation by the hub’s id (按标识查调解).',
    directives: requiresScopes(scope),
    args: { id: t.arg.id({ required: true, description: 'The hub’s id (调解标识).' }) },
    resolve: (_, { id }, context) => mediationOf(context, id),
  }),
);
