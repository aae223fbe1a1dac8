import { shared } from '../../../schema/kit/builder.ts';
import { countsRegister } from '../../../schema/kit/federation.ts';
import { builder } from '../builder.ts';
import { assistanceFigures } from '../loaders/assistance-figures.ts';
import { AssistanceKind } from './AssistanceKind.ts';
import { BenefitStatus } from './BenefitStatus.ts';

const AssistanceStatisticsFilter = builder.inputType('AssistanceStatisticsFilter', {
  description: 'Which assistance is counted (救助统计条件).',
  fields: (t) => ({
    areaCode: t.string({ description: 'Where the family lives, by code prefix (区划代码).' }),
    kind: t.field({ type: AssistanceKind, description: 'Of this kind alone (救助类别).' }),
    status: t.field({ type: BenefitStatus, description: 'In this state alone (救助状态).' }),
  }),
});

const AssistanceDimension = builder.enumType('AssistanceDimension', {
  description: 'By what assistance is counted (救助统计维度).',
  values: {
    AREA: { description: 'Village or community (村、社区).' },
    TOWN: { description: 'Town (乡镇、街道).' },
    KIND: { description: 'Kind of assistance (救助类别).' },
    STATUS: { description: 'Where it stands (救助状态).' },
  } as const,
});

builder.queryField('assistanceStatistics', (t) =>
  t.field({
    type: shared(builder).statisticTable(),
    description: 'Assisted families and beneficiaries; what would tell of one to four is withheld (社会救助统计).',
    directives: countsRegister('civil-affairs.assistance:statistics'),
    args: {
      filter: t.arg({ type: AssistanceStatisticsFilter, description: 'Which are counted (统计条件).' }),
      groupBy: t.arg({
        type: [AssistanceDimension],
        required: true,
        description: 'By what, in this order (分组维度).',
      }),
    },
    resolve: (_, { filter, groupBy }, context) => {
      const { areaCode, kind, status } = filter ?? {};
      return assistanceFigures(context, { areaCode, only: { KIND: kind, STATUS: status }, groupBy });
    },
  }),
);
