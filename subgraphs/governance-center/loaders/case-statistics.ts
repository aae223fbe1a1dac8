import type { SubgraphContext } from '../../../schema/kit/context.ts';
import { type Dimension, type Measure, type StatisticTable, statisticTable } from '../../../schema/kit/statistics.ts';
import {
  caseScales,
  caseStatuses,
  governanceLevels,
  intakeChannels,
  serviceKinds,
} from '../extracts/codes/case-codes.ts';
import { type CaseFilter, caseConditions } from './case-filter.ts';
import { OVERDUE } from './case-row.ts';
import { areaCondition } from './conditions.ts';
import { areaLabel, codeLabel, labelsOf, plainLabel } from './dimension-labels.ts';
import { expectStatistics, STATISTICS_SCOPE } from './statistics-scope.ts';

/** What case figures may be grouped by. */
export const CASE_DIMENSIONS = [
  ...([
    'AREA',
    'TOWN',
    'CHANNEL',
    'SERVICE',
    'CATEGORY',
    'STATUS',
    'LEVEL',
    'HOLDER',
    'SCALE',
    'DAY',
    'MONTH',
  ] as const),
];
type CaseDimension = (typeof CASE_DIMENSIONS)[number];

const RESOLVED = 'c.resolved_at IS NOT NULL';

const measures: readonly Measure[] = [
  {
    measure: 'accepted',
    definition: 'Cases taken in (受理事件数)',
    numerator: 'count(*)',
    unit: 'cases (件)',
  },
  {
    measure: 'resolved',
    definition: 'Of these, cases resolved by now (其中已办结数)',
    numerator: `count(*) FILTER (WHERE ${RESOLVED})`,
    unit: 'cases (件)',
  },
  {
    measure: 'resolutionRate',
    definition: 'Resolved out of all taken in that were neither withdrawn nor merged (办结率：剔除撤回与合并)',
    numerator: `count(*) FILTER (WHERE ${RESOLVED} AND c.status NOT IN ('WITHDRAWN', 'MERGED'))`,
    denominator: `count(*) FILTER (WHERE c.status NOT IN ('WITHDRAWN', 'MERGED'))`,
    unit: 'share (比例)',
  },
  {
    measure: 'sourceResolutionRate',
    definition: 'Settled in the grid or the village, out of all resolved (源头化解率：网格与村社层级办结占全部办结)',
    numerator: `count(*) FILTER (WHERE ${RESOLVED} AND c.resolved_at_level IN ('GRID', 'VILLAGE'))`,
    denominator: `count(*) FILTER (WHERE ${RESOLVED})`,
    unit: 'share (比例)',
  },
  {
    measure: 'satisfaction',
    definition: 'Satisfied out of those reached at follow-up (满意率：回访接通者中满意者)',
    numerator: 'count(*) FILTER (WHERE c.follow_up_reached AND c.follow_up_satisfied)',
    denominator: 'count(*) FILTER (WHERE c.follow_up_reached)',
    unit: 'share (比例)',
  },
  {
    measure: 'overdue',
    definition: 'Past their time limit, still going on and not resolved (超期未办结数)',
    numerator: `count(*) FILTER (WHERE ${OVERDUE})`,
    unit: 'cases (件)',
  },
  {
    measure: 'medianDays',
    definition: 'Median days from intake to resolution, of the resolved (办结用时中位数)',
    numerator: `count(*) FILTER (WHERE ${RESOLVED})`,
    value: `percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM c.resolved_at - c.accepted_at) / 86400)`,
    unit: 'days (天)',
  },
];

/** Figures of cases: what is counted is what the list of cases with the same filter shows. */
export async function caseStatistics(
  context: SubgraphContext,
  filter: CaseFilter,
  groupBy: readonly CaseDimension[],
): Promise<StatisticTable> {
  expectStatistics(context);
  return statisticTable<CaseDimension>(context, {
    scope: STATISTICS_SCOPE,
    from: 'governance_case c',
    areaColumn: 'c.area_code',
    dimensions: await dimensions(context, groupBy),
    groupBy,
    where: [areaCondition('c.area_code', filter.areaCode), ...caseConditions(filter)],
    measures,
  });
}

async function dimensions(
  context: SubgraphContext,
  groupBy: readonly CaseDimension[],
): Promise<Readonly<Record<CaseDimension, Dimension>>> {
  const holder = groupBy.includes('HOLDER') ? await labelsOf(context, 'organization') : plainLabel;
  const category = groupBy.includes('CATEGORY') ? await labelsOf(context, 'category') : plainLabel;
  return {
    AREA: { key: 'c.area_code', label: areaLabel },
    TOWN: { key: 'left(c.area_code, 9)', label: areaLabel },
    CHANNEL: { key: 'c.channel', label: codeLabel(intakeChannels) },
    SERVICE: { key: 'c.service', label: codeLabel(serviceKinds) },
    CATEGORY: { key: 'c.category', label: category },
    STATUS: { key: 'c.status', label: codeLabel(caseStatuses) },
    LEVEL: { key: 'c.level', label: codeLabel(governanceLevels) },
    HOLDER: { key: 'c.holder_code', label: holder },
    SCALE: { key: 'c.scale', label: codeLabel(caseScales) },
    DAY: { key: `to_char(c.accepted_at, 'YYYY-MM-DD')`, label: plainLabel },
    MONTH: { key: `to_char(c.accepted_at, 'YYYY-MM')`, label: plainLabel },
  };
}
