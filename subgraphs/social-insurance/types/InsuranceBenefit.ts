import { shared } from '../../../schema/kit/builder.ts';
import { socialInsuranceBenefits } from '../../../schema/kit/code-tables/social-insurance-benefits.ts';
import { builder } from '../builder.ts';
import type { BenefitRow } from '../loaders/benefits-by-person.ts';
import { schemeOf } from '../loaders/scheme-code.ts';
import { InsuranceScheme } from './InsuranceScheme.ts';

const InsuranceBenefitStatus = builder.enumType('InsuranceBenefitStatus', {
  description: 'Status of a benefit (待遇发放状态).',
  values: {
    PAYING: { description: 'Paid month by month (正常发放).' },
    SUSPENDED: { description: 'Payment suspended (暂停发放).' },
    ENDED: { description: 'Payment ended (终止发放).' },
  },
});

/** A benefit paid month by month, [from, to) (待遇发放). */
export const InsuranceBenefit = builder.objectRef<BenefitRow>('InsuranceBenefit').implement({
  description: 'A benefit paid month by month (待遇发放).',
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Id, which means nothing (标识).' }),
    scheme: t.field({
      type: InsuranceScheme,
      nullable: false,
      description: 'Scheme that pays it (险种).',
      resolve: ({ schemeCode }) => schemeOf(schemeCode),
    }),
    kind: t.field({
      type: shared(builder).code(),
      nullable: false,
      description: 'Kind (待遇类别).',
      resolve: ({ kindCode }) => socialInsuranceBenefits.codeOf(kindCode),
    }),
    monthlyAmount: t.exposeString('monthlyAmount', { description: 'Yuan a month (月发放额).' }),
    from: t.expose('from', { type: 'Date', nullable: false, description: 'First day (开始日期).' }),
    to: t.expose('to', { type: 'Date', description: 'Day after the last; null while it lasts (终止日期).' }),
    status: t.expose('status', { type: InsuranceBenefitStatus, nullable: false, description: 'Status (发放状态).' }),
  }),
});
