import { shared } from '../../../schema/kit/builder.ts';
import { countsRegister } from '../../../schema/kit/federation.ts';
import { builder } from '../builder.ts';
import { insuranceFigures } from '../loaders/insurance-figures.ts';
import { EnrolmentStatus } from './EnrolmentStatus.ts';
import { InsuranceScheme } from './InsuranceScheme.ts';

const InsuranceStatisticsFilter = builder.inputType('InsuranceStatisticsFilter', {
  description: 'Whom to count; nothing here can single anybody out (参保统计条件).',
  fields: (t) => ({
    areaCode: t.string({ description: 'Area and all that lies in it (区划代码).' }),
    scheme: t.field({ type: InsuranceScheme, description: 'Scheme (险种).' }),
    status: t.field({ type: EnrolmentStatus, description: 'Status of the enrolment (参保状态).' }),
  }),
});

const InsuranceDimension = builder.enumType('InsuranceDimension', {
  description: 'What the figures may be grouped by (参保统计维度).',
  values: {
    AREA: { description: 'Village or community where people live (村、社区).' },
    TOWN: { description: 'Town where people live (乡镇、街道).' },
    SCHEME: { description: 'Scheme (险种).' },
    STATUS: { description: 'Status of the enrolment (参保状态).' },
  },
});

builder.queryField('insuranceStatistics', (t) =>
  t.field({
    type: shared(builder).statisticTable(),
    directives: countsRegister('social-insurance.account:statistics'),
    description: 'People with enrolments, counted within the viewer’s areas (参保统计).',
    args: {
      filter: t.arg({ type: InsuranceStatisticsFilter, description: 'Whom to count (条件).' }),
      groupBy: t.arg({ type: [InsuranceDimension], required: true, description: 'What to group by (维度).' }),
    },
    resolve: (_root, { filter, groupBy }, context) => {
      const { areaCode, scheme, status } = filter ?? {};
      return insuranceFigures(context, { areaCode, only: { SCHEME: scheme, STATUS: status }, groupBy });
    },
  }),
);
