import { shared } from '../../../schema/kit/builder.ts';
import { legalAidMatters } from '../../../schema/kit/code-tables/legal-aid-matters.ts';
import { resolveReference } from '../../../schema/kit/federation.ts';
import { foundWithinMatter } from '../../../schema/kit/found-within-matter.ts';
import { sourceOfBatch } from '../../../schema/kit/record-source.ts';
import { builder } from '../builder.ts';
import { legalAidById } from '../loaders/legal-aid-by-id.ts';
import type { LegalAidRow } from '../loaders/legal-aid-record.ts';

const LegalAidStatus = builder.enumType('LegalAidStatus', {
  description: 'Where an application for legal aid stands (法律援助状态).',
  values: {
    APPLIED: { description: 'Applied for (已申请).' },
    APPROVED: { description: 'Approved (准予援助).' },
    REFUSED: { description: 'Refused (不予援助).' },
    IN_PROGRESS: { description: 'A lawyer is at work (办理中).' },
    CLOSED: { description: 'Closed (已结案).' },
  } as const,
});

/** An application for legal aid. */
export const LegalAid = builder.objectRef<LegalAidRow>('LegalAid').implement({
  description: 'An application for legal aid (法律援助).',
  directives: { key: { fields: 'id' } },
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'The hub’s id (援助标识).' }),
    matter: t.field({
      type: shared(builder).code(),
      nullable: false,
      description: 'For what it is asked (援助事项).',
      resolve: ({ matter }) => legalAidMatters.codeOf(matter),
    }),
    status: t.expose('status', { type: LegalAidStatus, nullable: false, description: 'Where it stands (办理状态).' }),
    appliedOn: t.expose('appliedOn', { type: 'Date', nullable: false, description: 'Day of application (申请日期).' }),
    decidedOn: t.expose('decidedOn', { type: 'Date', description: 'Day of the decision (决定日期).' }),
    dueOn: t.expose('dueOn', { type: 'Date', nullable: false, description: 'By when it is to be decided (办理期限).' }),
    meansTestExempt: t.exposeBoolean('meansTestExempt', {
      nullable: false,
      description: 'Granted without a test of means (免予经济状况审查).',
    }),
    source: t.field({
      type: shared(builder).recordSource(),
      nullable: false,
      description: 'Where the record comes from (数据来源).',
      resolve: ({ batchId }, _, context) => sourceOfBatch(context, batchId),
    }),
  }),
});

resolveReference<{ id: string }>(builder, 'LegalAid', async ({ id }, context) =>
  foundWithinMatter(context, 'justice.legal-aid:read', await legalAidById.load(context, id)),
);
