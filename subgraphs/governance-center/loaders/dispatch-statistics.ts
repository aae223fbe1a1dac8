import type { SubgraphContext } from '../../../schema/kit/context.ts';
import { type Measure, type StatisticTable, statisticTable } from '../../../schema/kit/statistics.ts';
import { dispatchKinds } from '../extracts/codes/case-codes.ts';
import { areaLabel, codeLabel, labelsOf, plainLabel } from './dimension-labels.ts';
import { STAGES } from './dispatch-row.ts';
import { expectStatistics, STATISTICS_SCOPE } from './statistics-scope.ts';

/** What dispatch figures may be grouped by. */
export const DISPATCH_DIMENSIONS = ['AREA', 'TOWN', 'UNIT', 'KIND', 'DAY', 'MONTH'] as const;
type DispatchDimension = (typeof DISPATCH_DIMENSIONS)[number];

const said = {
  RECEIVE: { name: 'received', english: 'received', chinese: '接收' },
  CONTACT: { name: 'contacted', english: 'the person reached', chinese: '联系' },
  ARRIVE: { name: 'arrived', english: 'the first unit there', chinese: '到达' },
} as const;

const measures: readonly Measure[] = [
  {
    measure: 'dispatches',
    definition: 'Instructions given (下达指令数)',
    numerator: 'count(*)',
    unit: 'instructions (条)',
  },
  ...STAGES.flatMap(({ stage, column, minutes }) => {
    const { name, english, chinese } = said[stage];
    const taken = `d.kind = 'RESPONSE' AND d.${column} IS NOT NULL`;
    const lasted = `extract(epoch FROM d.${column} - d.issued_at) / 60`;
    const percentile = (share: number, label: string): Measure => ({
      measure: `${name}${label}`,
      definition: `Minutes until ${english}, ${label.slice(1)}th percentile (${chinese}用时第${label.slice(1)}百分位)`,
      numerator: `count(*) FILTER (WHERE ${taken})`,
      value: `percentile_cont(${share}) WITHIN GROUP (ORDER BY ${lasted}) FILTER (WHERE ${taken})`,
      unit: 'minutes (分钟)',
    });
    const within: Measure = {
      measure: `${name}Within${minutes}`,
      definition: `Immediate responses with ${english} within ${minutes} min, out of all (${minutes}分钟${chinese}率)`,
      numerator: `count(*) FILTER (WHERE ${taken} AND d.${column} <= d.issued_at + interval '${minutes} minutes')`,
      denominator: `count(*) FILTER (WHERE d.kind = 'RESPONSE')`,
      unit: 'share (比例)',
    };
    return [within, percentile(0.5, 'P50'), percentile(0.95, 'P95')];
  }),
];

/** How fast instructions issued in [from, to) were received, contact made and the place reached. */
export async function dispatchStatistics(
  context: SubgraphContext,
  range: { readonly from: string; readonly to: string },
  groupBy: readonly DispatchDimension[],
): Promise<StatisticTable> {
  expectStatistics(context);
  const unit = groupBy.includes('UNIT') ? await labelsOf(context, 'organization') : plainLabel;
  return statisticTable<DispatchDimension>(context, {
    scope: STATISTICS_SCOPE,
    from: 'dispatch d',
    areaColumn: 'd.area_code',
    dimensions: {
      AREA: { key: 'd.area_code', label: areaLabel },
      TOWN: { key: 'left(d.area_code, 9)', label: areaLabel },
      UNIT: { key: 'd.unit_code', label: unit },
      KIND: { key: 'd.kind', label: codeLabel(dispatchKinds) },
      DAY: { key: `to_char(d.issued_at, 'YYYY-MM-DD')`, label: plainLabel },
      MONTH: { key: `to_char(d.issued_at, 'YYYY-MM')`, label: plainLabel },
    },
    groupBy,
    where: [
      ['d.issued_at >= ?', range.from],
      ['d.issued_at < ?', range.to],
    ],
    measures,
  });
}
