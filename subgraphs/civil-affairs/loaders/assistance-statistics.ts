import { areas } from '../../../schema/kit/areas/areas.ts';
import type { SubgraphContext } from '../../../schema/kit/context.ts';
import { type Dimension, type Measure, type StatisticTable, statisticTable } from '../../../schema/kit/statistics.ts';
import type { BenefitStatus } from './allowance-record.ts';
import type { AssistanceKind } from './social-assistance-record.ts';

/** Which assistance is counted. */
export interface AssistanceCountFilter {
  readonly areaCode?: string | null;
  readonly kind?: AssistanceKind | null;
  readonly status?: BenefitStatus | null;
}

export type AssistanceDimension = 'AREA' | 'TOWN' | 'KIND' | 'STATUS';

const areaName = (code: string): string => areas.get(code)?.name ?? code;
const itself = (key: string): string => key;
const dimensions: Readonly<Record<AssistanceDimension, Dimension>> = {
  AREA: { key: 's.area_code', label: areaName },
  TOWN: { key: 'left(s.area_code, 9)', label: areaName },
  KIND: { key: 's.kind', label: itself },
  STATUS: { key: 's.status', label: itself },
};

const measures: readonly Measure[] = [
  {
    measure: 'families',
    definition: 'Families to whom assistance was granted (救助家庭数)',
    numerator: 'count(DISTINCT s.id)',
    unit: 'families',
  },
  {
    measure: 'beneficiaries',
    definition: 'Members of these families who benefit, linked to a person or not (救助人数)',
    numerator: 'count(b.assistance_number)',
    unit: 'people',
  },
];

/** Counts assisted families and beneficiaries within the viewer's areas; cells of one to four are withheld. */
export const assistanceStatistics = (
  context: SubgraphContext,
  { areaCode, kind, status }: AssistanceCountFilter,
  groupBy: readonly AssistanceDimension[],
): Promise<StatisticTable> =>
  statisticTable(context, {
    scope: 'civil-affairs.assistance:statistics',
    from: 'social_assistance s LEFT JOIN assistance_beneficiary b ON b.assistance_number = s.number',
    areaColumn: 's.area_code',
    dimensions,
    groupBy,
    where: [
      ['starts_with(s.area_code, ?)', areaCode],
      ['s.kind = ?', kind],
      ['s.status = ?', status],
    ],
    measures,
    countsPeople: true,
  });
