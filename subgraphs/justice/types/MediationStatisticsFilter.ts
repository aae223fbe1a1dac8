import { shared } from '../../../schema/kit/builder.ts';
import { countsRegister } from '../../../schema/kit/federation.ts';
import { builder } from '../builder.ts';
import { mediationStatistics } from '../loaders/mediation-statistics.ts';

const MediationStatisticsFilter = builder.inputType('MediationStatisticsFilter', {
  description: 'Which mediations are counted (调解统计条件).',
  fields: (t) => ({
    areaCode: t.string({ description: 'Where the dispute arose, by code prefix (区划代码).' }),
    from: t.field({ type: 'DateTime', description: 'Accepted at this moment or later (受理起始).' }),
    to: t.field({ type: 'DateTime', description: 'Accepted before this moment (受理截止，不含).' }),
    kind: t.string({ description: 'Code of the kind of dispute (纠纷类别代码).' }),
    organizationId: t.id({ description: 'The mediating body (调解组织标识).' }),
  }),
});

const MediationDimension = builder.enumType('MediationDimension', {
  description: 'By what mediations are counted (调解统计维度).',
  values: {
    AREA: { description: 'Village or community (村、社区).' },
    TOWN: { description: 'Town (乡镇、街道).' },
    KIND: { description: 'Kind of dispute (纠纷类别).' },
    SCALE: { description: 'How many it concerns (涉事规模).' },
    ORGANIZATION: { description: 'Mediating body (调解组织).' },
    STATUS: { description: 'Where it stands (调解状态).' },
    YEAR: { description: 'Year of acceptance (受理年份).' },
    MONTH: { description: 'Month of acceptance (受理月份).' },
  } as const,
});

builder.queryField('mediationStatistics', (t) =>
  t.field({
    type: shared(builder).statisticTable(),
    description: 'Mediations, how they ended and what became of their agreements (人民调解统计).',
    directives: countsRegister('justice.mediation:statistics'),
    args: {
      filter: t.arg({ type: MediationStatisticsFilter, description: 'Which are counted (统计条件).' }),
      groupBy: t.arg({ type: [MediationDimension], required: true, description: 'By what, in this order (分组维度).' }),
    },
    resolve: (_, { filter, groupBy }, context) => mediationStatistics(context, filter ?? {}, groupBy),
  }),
);
