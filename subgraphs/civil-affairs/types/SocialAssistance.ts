import { shared } from '../../../schema/kit/builder.ts';
import { resolveReference } from '../../../schema/kit/federation.ts';
import { foundWithinMatter } from '../../../schema/kit/found-within-matter.ts';
import { sourceOfBatch } from '../../../schema/kit/record-source.ts';
import { builder } from '../builder.ts';
import { socialAssistanceById } from '../loaders/social-assistance-by-id.ts';
import type { SocialAssistanceRow } from '../loaders/social-assistance-record.ts';
import { AssistanceKind } from './AssistanceKind.ts';
import { BenefitStatus } from './BenefitStatus.ts';
import { Person } from './Person.ts';

/** Assistance granted to a family. */
export const SocialAssistance = builder.objectRef<SocialAssistanceRow>('SocialAssistance').implement({
  description: 'Assistance granted to a family, which need not be one household (社会救助).',
  directives: { key: { fields: 'id' } },
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'The hub’s id (救助标识).' }),
    kind: t.expose('kind', { type: AssistanceKind, nullable: false, description: 'Kind (救助类别).' }),
    monthlyAmount: t.exposeString('monthlyAmount', {
      nullable: false,
      description: 'CNY a month for the whole family, two decimals (月救助金额).',
    }),
    beneficiaries: t.field({
      type: [Person],
      nullable: false,
      description: 'Members of the assisted family, as far as they could be linked (救助对象).',
      resolve: ({ beneficiaryIds }) => beneficiaryIds.map((id) => ({ id })),
    }),
    from: t.expose('from', { type: 'Date', nullable: false, description: 'First day (起始日期).' }),
    to: t.expose('to', { type: 'Date', description: 'Day from which it is granted no more (终止日期).' }),
    nextReviewOn: t.expose('nextReviewOn', { type: 'Date', description: 'Day of the next review (下次复核日期).' }),
    status: t.expose('status', { type: BenefitStatus, nullable: false, description: 'Where it stands (救助状态).' }),
    source: t.field({
      type: shared(builder).recordSource(),
      nullable: false,
      description: 'Where the record comes from (数据来源).',
      resolve: ({ batchId }, _, context) => sourceOfBatch(context, batchId),
    }),
  }),
});

resolveReference<{ id: string }>(builder, 'SocialAssistance', async ({ id }, context) =>
  foundWithinMatter(context, 'civil-affairs.assistance:read', await socialAssistanceById.load(context, id)),
);
