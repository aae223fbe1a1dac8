import { shared } from '../../../schema/kit/builder.ts';
import { socialInsuranceStatuses } from '../../../schema/kit/code-tables/social-insurance-statuses.ts';
import { builder } from '../builder.ts';
import type { EnrolmentRow } from '../loaders/enrolments-by-person.ts';
import { schemeOf } from '../loaders/scheme-code.ts';
import { Employer } from './Employer.ts';
import { EnrolmentStatus } from './EnrolmentStatus.ts';
import { InsuranceScheme } from './InsuranceScheme.ts';

/** A stay in a scheme, [from, to) (参保信息). */
export const Enrolment = builder.objectRef<EnrolmentRow>('Enrolment').implement({
  description: 'A stay in a scheme, with an employer or without (参保信息).',
  fields: (t) => ({
    scheme: t.field({
      type: InsuranceScheme,
      nullable: false,
      description: 'Scheme (险种).',
      resolve: ({ schemeCode }) => schemeOf(schemeCode),
    }),
    status: t.expose('status', {
      type: EnrolmentStatus,
      nullable: false,
      description: 'Status, normalised (参保状态).',
    }),
    rawStatus: t.field({
      type: shared(builder).code(),
      nullable: false,
      description: 'Status as the deployment codes it (原始状态代码).',
      resolve: ({ statusCode }) => socialInsuranceStatuses.codeOf(statusCode),
    }),
    employer: t.field({
      type: Employer,
      description: 'Employer; null for those who enrol by themselves and where the register lost it (参保单位).',
      resolve: ({ creditCode, employerName }) =>
        creditCode === null || employerName === null ? null : { creditCode, name: employerName },
    }),
    from: t.expose('from', { type: 'Date', nullable: false, description: 'First day (开始日期).' }),
    to: t.expose('to', { type: 'Date', description: 'Day after the last; null while it lasts (终止日期).' }),
  }),
});
