import { shared } from '../../../schema/kit/builder.ts';
import { connectionType, pageArguments, paginate } from '../../../schema/kit/paging.ts';
import { sourceOfBatch } from '../../../schema/kit/record-source.ts';
import { builder } from '../builder.ts';
import type { AccountRow } from '../loaders/account-by-person.ts';
import { benefitsByPerson } from '../loaders/benefits-by-person.ts';
import { contributionMonthsByPerson } from '../loaders/contribution-months-by-person.ts';
import { contributionCountByPerson, contributionsByPerson } from '../loaders/contributions-by-person.ts';
import { enrolmentsByPerson } from '../loaders/enrolments-by-person.ts';
import { Contribution } from './Contribution.ts';
import { Enrolment } from './Enrolment.ts';
import { InsuranceBenefit } from './InsuranceBenefit.ts';
import { InsuranceScheme } from './InsuranceScheme.ts';

const CONTRIBUTIONS_A_PAGE = 24;

const ContributionConnection = connectionType(builder, 'Contribution', Contribution);

/** What social insurance keeps of a person; each field is a question of its own, asked only when selected. */
export const SocialInsuranceAccount = builder.objectRef<AccountRow>('SocialInsuranceAccount').implement({
  description: 'What social insurance keeps of a person (社会保险账户).',
  fields: (t) => ({
    enrolments: t.field({
      type: [Enrolment],
      nullable: false,
      description: 'Stays in the schemes, newest first (参保信息).',
      resolve: async ({ personId }, _arguments, context) => [...(await enrolmentsByPerson.load(context, personId))],
    }),
    contributions: t.field({
      type: ContributionConnection,
      nullable: false,
      description: 'Contributions month by month, newest first (缴费明细).',
      args: {
        scheme: t.arg({ type: InsuranceScheme, description: 'Of this scheme alone (险种).' }),
        from: t.arg({ type: 'Date', description: 'For months from this day on (起始日期).' }),
        to: t.arg({ type: 'Date', description: 'For months before this day (截止日期，不含).' }),
        ...pageArguments(t.arg, CONTRIBUTIONS_A_PAGE),
      },
      resolve: ({ personId }, { scheme, from, to, first, after }, context) => {
        const selection = { scheme, from, to };
        return paginate(context, {
          list: `SocialInsuranceAccount.contributions:${personId}:${JSON.stringify([scheme, from, to])}`,
          page: { first: first ?? CONTRIBUTIONS_A_PAGE, after },
          rows: (request) => contributionsByPerson.load(context, personId, { ...selection, ...request }),
          positionOf: ({ month, schemeCode }) => [month, schemeCode],
          total: async () => (await contributionCountByPerson.load(context, personId, selection))?.count ?? 0,
        });
      },
    }),
    contributionMonths: t.int({
      nullable: false,
      description: 'Months for which contributions to the scheme have arrived (实际缴费月数).',
      args: { scheme: t.arg({ type: InsuranceScheme, required: true, description: 'Scheme (险种).' }) },
      resolve: async ({ personId }, { scheme }, context) =>
        (await contributionMonthsByPerson.load(context, personId, { scheme }))?.count ?? 0,
    }),
    benefits: t.field({
      type: [InsuranceBenefit],
      nullable: false,
      description: 'Benefits, newest first (待遇发放).',
      resolve: async ({ personId }, _arguments, context) => [...(await benefitsByPerson.load(context, personId))],
    }),
    source: t.field({
      type: shared(builder).recordSource(),
      nullable: false,
      description: 'Where the record comes from (数据来源).',
      resolve: ({ batchId }, _arguments, context) => sourceOfBatch(context, batchId),
    }),
  }),
});
