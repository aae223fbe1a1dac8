import { shared } from '../../../schema/kit/builder.ts';
import { incidentKinds } from '../../../schema/kit/code-tables/incident-kinds.ts';
import { requiresScopes, resolveReference } from '../../../schema/kit/federation.ts';
import { sourceOfBatch } from '../../../schema/kit/record-source.ts';
import { builder } from '../builder.ts';
import { incidentById } from '../loaders/incident-by-id.ts';
import { incidentSummariesByCase } from '../loaders/incident-summaries-by-case.ts';
import type { IncidentRow } from '../loaders/incidents-by-case.ts';
import { Area } from './Area.ts';
import { IncidentChannel } from './IncidentChannel.ts';
import { IncidentOutcome } from './IncidentOutcome.ts';

/** An incident that became part of a matter. */
export const Incident = builder.objectRef<IncidentRow>('Incident').implement({
  description: 'An incident handed to the governance centre; whom it concerns is not kept (警情).',
  directives: { key: { fields: 'id' } },
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Id, which means nothing (标识).' }),
    number: t.exposeString('number', { nullable: false, description: 'Number of the call (接警编号).' }),
    kind: t.field({
      type: shared(builder).code(),
      nullable: false,
      description: 'Kind (警情类别).',
      resolve: ({ kind }) => incidentKinds.codeOf(kind),
    }),
    level: t.exposeInt('level', { nullable: false, description: 'From 1, the gravest, to 4 (警情级别).' }),
    channel: t.expose('channel', {
      type: IncidentChannel,
      nullable: false,
      description: 'How it came to the police (报警方式).',
    }),
    reportedAt: t.expose('reportedAt', { type: 'DateTime', nullable: false, description: 'Reported (接警时间).' }),
    dispatchedAt: t.expose('dispatchedAt', { type: 'DateTime', description: 'Unit sent (派警时间).' }),
    arrivedAt: t.expose('arrivedAt', { type: 'DateTime', description: 'Unit arrived (到场时间).' }),
    area: t.field({
      type: Area,
      description: 'Village or community where it happened (案发地区划).',
      resolve: ({ areaCode }) => ({ code: areaCode }),
    }),
    summary: t.string({
      directives: requiresScopes('governance-center.case:narrative'),
      description: 'What it was about; may name people (简要警情).',
      resolve: async ({ id, caseNumber }, _arguments, context) => {
        const summaries = await incidentSummariesByCase.load(context, caseNumber);
        return summaries.find((incident) => incident.id === id)?.summary;
      },
    }),
    outcome: t.expose('outcome', {
      type: IncidentOutcome,
      nullable: false,
      description: 'What became of it (处警结果).',
    }),
    source: t.field({
      type: shared(builder).recordSource(),
      nullable: false,
      description: 'Where the record comes from (数据来源).',
      resolve: ({ batchId }, _arguments, context) => sourceOfBatch(context, batchId),
    }),
  }),
});

resolveReference<{ readonly id: string }>(builder, 'Incident', ({ id }, context) => incidentById.load(context, id));
