import type { SubgraphContext } from '../../../schema/kit/context.ts';
import { type Measure, type StatisticTable, statisticTable } from '../../../schema/kit/statistics.ts';
import { areaCondition } from './conditions.ts';
import { STATISTICS_SCOPE } from './statistics-scope.ts';

const measures: readonly Measure[] = [
  {
    measure: 'visits',
    definition: 'Visits to households (走访次数)',
    numerator: 'count(*)',
    unit: 'visits (次)',
  },
  {
    measure: 'households',
    definition: 'Different households visited (走访户数，去重)',
    numerator: 'count(DISTINCT v.household_id)',
    unit: 'households (户)',
  },
  {
    measure: 'mattersPassedOn',
    definition: 'Matters passed on as cases (移交事件数)',
    numerator: 'coalesce(sum(cardinality(v.case_numbers)), 0)',
    unit: 'cases (件)',
  },
];

/** How many households were visited in [from, to), and what came of it. */
export const visitStatistics = (
  context: SubgraphContext,
  range: { readonly from: string; readonly to: string },
  areaCode: string | null | undefined,
): Promise<StatisticTable> =>
  statisticTable<never>(context, {
    scope: STATISTICS_SCOPE,
    from: 'household_visit v',
    areaColumn: 'v.area_code',
    dimensions: {} as never,
    groupBy: [],
    where: [areaCondition('v.area_code', areaCode), ['v.at >= ?', range.from], ['v.at < ?', range.to]],
    measures,
  });
