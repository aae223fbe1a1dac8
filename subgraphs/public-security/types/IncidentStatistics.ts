import { areas } from '../../../schema/kit/areas/areas.ts';
import { shared } from '../../../schema/kit/builder.ts';
import { incidentKinds } from '../../../schema/kit/code-tables/incident-kinds.ts';
import { countsRegister } from '../../../schema/kit/federation.ts';
import { statisticTable } from '../../../schema/kit/statistics.ts';
import { builder } from '../builder.ts';

const IncidentStatisticsFilter = builder.inputType('IncidentStatisticsFilter', {
  description: 'Which incidents to count (警情统计条件).',
  fields: (t) => ({
    areaCode: t.string({ description: 'Area and all that lies in it (区划代码).' }),
    from: t.field({ type: 'DateTime', description: 'Reported at or after (接警起始时间).' }),
    to: t.field({ type: 'DateTime', description: 'Reported before (接警截止时间，不含).' }),
    kind: t.string({ description: 'Code of the kind (警情类别代码).' }),
  }),
});

const IncidentDimension = builder.enumType('IncidentDimension', {
  description: 'What incident figures may be grouped by (警情统计维度).',
  values: {
    AREA: { description: 'Village or community where it happened (村、社区).' },
    TOWN: { description: 'Town where it happened (乡镇、街道).' },
    KIND: { description: 'Kind (警情类别).' },
    OUTCOME: { description: 'What became of it (处警结果).' },
    MONTH: { description: 'Month in which it was reported (接警月份).' },
  },
});

const OUTCOMES: Readonly<Record<string, string>> = {
  IN_PROGRESS: '处理中',
  RESOLVED_ON_SITE: '现场处结',
  MEDIATED: '调解',
  ADMINISTRATIVE_CASE: '受理行政案件',
  CRIMINAL_CASE: '立刑事案件',
  TRANSFERRED: '移交主管单位',
  UNFOUNDED: '不实警情',
};

const areaName = (code: string): string => areas.get(code)?.name ?? code;

const dimensions = {
  AREA: { key: 'area_code', label: areaName },
  TOWN: { key: 'left(area_code, 9)', label: areaName },
  KIND: { key: 'kind', label: incidentKinds.labelZh },
  OUTCOME: { key: 'outcome', label: (outcome: string) => OUTCOMES[outcome] ?? outcome },
  MONTH: { key: `to_char(reported_at, 'YYYY-MM')`, label: (month: string) => month },
};

const measures = [
  {
    measure: 'incidents',
    definition: 'Incidents reported (接报警情数).',
    numerator: 'count(*)',
    unit: 'incidents',
  },
  {
    measure: 'resolvedOnSite',
    definition: 'Of the incidents no longer being handled, those settled on the spot (已办结警情中现场处结的比例).',
    numerator: `count(*) FILTER (WHERE outcome = 'RESOLVED_ON_SITE')`,
    denominator: `count(*) FILTER (WHERE outcome <> 'IN_PROGRESS')`,
    unit: 'share',
  },
  {
    measure: 'minutesToArrival',
    definition:
      'Median minutes from the report to the arrival, over the incidents counted in the denominator, at which a unit arrived (接警至到场用时中位数，单位分钟；分母为有到场记录的警情数).',
    numerator: 'NULL',
    denominator: 'count(arrived_at)',
    value:
      'round((percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM arrived_at - reported_at) / 60))::numeric, 1)',
    unit: 'minutes',
  },
];

builder.queryField('incidentStatistics', (t) =>
  t.field({
    type: shared(builder).statisticTable(),
    directives: countsRegister('public-security.incident:statistics'),
    description: 'Incidents counted within the viewer’s areas, handed to the centre or not (警情统计).',
    args: {
      filter: t.arg({ type: IncidentStatisticsFilter, description: 'Which incidents to count (条件).' }),
      groupBy: t.arg({ type: [IncidentDimension], required: true, description: 'What to group by (维度).' }),
    },
    resolve: (_root, { filter, groupBy }, context) =>
      statisticTable(context, {
        scope: 'public-security.incident:statistics',
        from: 'incident',
        areaColumn: 'area_code',
        dimensions,
        groupBy,
        where: [
          ['starts_with(area_code, ?)', filter?.areaCode],
          ['reported_at >= ?', filter?.from],
          ['reported_at < ?', filter?.to],
          ['kind = ?', filter?.kind],
        ],
        measures,
      }),
  }),
);
