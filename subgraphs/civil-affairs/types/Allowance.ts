import { shared } from '../../../schema/kit/builder.ts';
import { resolveReference } from '../../../schema/kit/federation.ts';
import { foundWithinMatter } from '../../../schema/kit/found-within-matter.ts';
import { sourceOfBatch } from '../../../schema/kit/record-source.ts';
import { builder } from '../builder.ts';
import { allowanceById } from '../loaders/allowance-by-id.ts';
import type { AllowanceRow } from '../loaders/allowance-record.ts';
import { BenefitStatus } from './BenefitStatus.ts';

const AllowanceKind = builder.enumType('AllowanceKind', {
  description: 'Kind of allowance (津贴种类).',
  values: {
    ADVANCED_AGE: { description: 'For advanced age (高龄津贴).' },
    DISABILITY_LIVING: { description: 'Living subsidy for the disabled in need (困难残疾人生活补贴).' },
    DISABILITY_NURSING: { description: 'Nursing subsidy for the severely disabled (重度残疾人护理补贴).' },
    ORPHAN: { description: 'Basic living allowance of orphans (孤儿基本生活费).' },
  } as const,
});

/** An allowance paid month by month. */
export const Allowance = builder.objectRef<AllowanceRow>('Allowance').implement({
  description: 'An allowance paid month by month (津贴补贴).',
  directives: { key: { fields: 'id' } },
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'The hub’s id (津贴标识).' }),
    kind: t.expose('kind', { type: AllowanceKind, nullable: false, description: 'Kind (种类).' }),
    monthlyAmount: t.exposeString('monthlyAmount', {
      nullable: false,
      description: 'CNY a month, two decimals (月标准).',
    }),
    from: t.expose('from', { type: 'Date', nullable: false, description: 'First day (起发日期).' }),
    to: t.expose('to', { type: 'Date', description: 'Day from which it is paid no more (停发日期).' }),
    status: t.expose('status', { type: BenefitStatus, nullable: false, description: 'Where it stands (状态).' }),
    source: t.field({
      type: shared(builder).recordSource(),
      nullable: false,
      description: 'Where the record comes from (数据来源).',
      resolve: ({ batchId }, _, context) => sourceOfBatch(context, batchId),
    }),
  }),
});

resolveReference<{ id: string }>(builder, 'Allowance', async ({ id }, context) =>
  foundWithinMatter(context, 'civil-affairs.assistance:read', await allowanceById.load(context, id)),
);
