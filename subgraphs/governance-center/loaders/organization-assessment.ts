import { startOfDay } from '../../../schema/kit/calendar/day.ts';
import type { SubgraphContext } from '../../../schema/kit/context.ts';
import { type Measure, type StatisticTable, statisticTable } from '../../../schema/kit/statistics.ts';
import { OVERDUE } from './case-row.ts';
import { areaCondition } from './conditions.ts';
import { labelsOf } from './dimension-labels.ts';
import { expectStatistics, STATISTICS_SCOPE } from './statistics-scope.ts';

const measures: readonly Measure[] = [
  {
    measure: 'onTime',
    definition: 'Resolved within the time limit, out of those resolved or overdue (按期办结率)',
    numerator: 'count(*) FILTER (WHERE c.resolved_at <= c.due_at)',
    denominator: `count(*) FILTER (WHERE c.resolved_at IS NOT NULL OR ${OVERDUE})`,
    unit: 'share (比例)',
  },
  {
    measure: 'returned',
    definition: 'Cases handed back at least once, out of all held (退回率)',
    numerator: 'count(*) FILTER (WHERE step.returned)',
    denominator: 'count(*)',
    unit: 'share (比例)',
  },
  {
    measure: 'supervised',
    definition: 'Cases supervised at least once, out of all held (督办率)',
    numerator: 'count(*) FILTER (WHERE step.supervised)',
    denominator: 'count(*)',
    unit: 'share (比例)',
  },
  {
    measure: 'satisfaction',
    definition: 'Satisfied out of those reached at follow-up (满意率：回访接通者中满意者)',
    numerator: 'count(*) FILTER (WHERE c.follow_up_reached AND c.follow_up_satisfied)',
    denominator: 'count(*) FILTER (WHERE c.follow_up_reached)',
    unit: 'share (比例)',
  },
];

/** How organizations did with the cases accepted in a period, days [from, to), by who holds them (督导考核). */
export async function organizationAssessment(
  context: SubgraphContext,
  period: { readonly from: string; readonly to: string },
  areaCode: string | null | undefined,
): Promise<StatisticTable> {
  expectStatistics(context);
  const label = await labelsOf(context, 'organization');
  return statisticTable<'ORGANIZATION'>(context, {
    scope: STATISTICS_SCOPE,
    from: `governance_case c LEFT JOIN (
      SELECT case_number, bool_or(kind = 'RETURNED') AS returned, bool_or(kind = 'SUPERVISED') AS supervised
      FROM case_event WHERE kind IN ('RETURNED', 'SUPERVISED') GROUP BY case_number
    ) step ON step.case_number = c.number`,
    areaColumn: 'c.area_code',
    dimensions: { ORGANIZATION: { key: 'c.holder_code', label } },
    groupBy: ['ORGANIZATION'],
    where: [
      areaCondition('c.area_code', areaCode),
      ['c.holder_code IS NOT NULL AND c.accepted_at >= ?', startOfDay(period.from)],
      ['c.accepted_at < ?', startOfDay(period.to)],
    ],
    measures,
  });
}
