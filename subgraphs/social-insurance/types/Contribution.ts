import { builder } from '../builder.ts';
import type { ContributionRow } from '../loaders/contributions-by-person.ts';
import { schemeOf } from '../loaders/scheme-code.ts';
import { InsuranceScheme } from './InsuranceScheme.ts';

/** What was due for one month of one scheme (缴费明细). */
export const Contribution = builder.objectRef<ContributionRow>('Contribution').implement({
  description: 'What was due for one month of one scheme, in yuan (缴费明细).',
  fields: (t) => ({
    scheme: t.field({
      type: InsuranceScheme,
      nullable: false,
      description: 'Scheme (险种).',
      resolve: ({ schemeCode }) => schemeOf(schemeCode),
    }),
    month: t.expose('month', { type: 'Date', nullable: false, description: 'First day of the month (费款所属期).' }),
    base: t.exposeString('base', { nullable: false, description: 'Base (缴费基数).' }),
    personal: t.exposeString('personal', { nullable: false, description: 'Share of the person (个人缴费).' }),
    employer: t.exposeString('employer', { nullable: false, description: 'Share of the employer (单位缴费).' }),
    paidOn: t.expose('paidOn', { type: 'Date', description: 'When it arrived; null while in arrears (到账日期).' }),
  }),
});
