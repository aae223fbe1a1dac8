import { areas } from '../../../schema/kit/areas/areas.ts';
import { disputeKinds } from '../../../schema/kit/code-tables/dispute-kinds.ts';
import type { SubgraphContext } from '../../../schema/kit/context.ts';
import { type Dimension, type Measure, type StatisticTable, statisticTable } from '../../../schema/kit/statistics.ts';
import { everyKind, mediationOrganizationsByKind } from './mediation-organizations.ts';

/** Which mediations are counted. */
export interface MediationCountFilter {
  readonly areaCode?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly kind?: string | null;
  readonly organizationId?: string | null;
}

export type MediationDimension = 'AREA' | 'TOWN' | 'KIND' | 'SCALE' | 'ORGANIZATION' | 'STATUS' | 'YEAR' | 'MONTH';

const areaName = (code: string): string => areas.get(code)?.name ?? code;
const itself = (key: string): string => key;
const dimensions: Readonly<Record<MediationDimension, Dimension>> = {
  AREA: { key: 'm.area_code', label: areaName },
  TOWN: { key: 'left(m.area_code, 9)', label: areaName },
  KIND: { key: 'm.kind', label: disputeKinds.labelZh },
  SCALE: { key: 'm.scale', label: itself },
  ORGANIZATION: { key: 'o.id', label: itself },
  STATUS: { key: 'm.status', label: itself },
  YEAR: { key: `to_char(m.accepted_at, 'YYYY')`, label: itself },
  MONTH: { key: `to_char(m.accepted_at, 'YYYY-MM')`, label: itself },
};

const count = (condition: string): string => `count(*) FILTER (WHERE ${condition})`;
const concluded = `m.status IN ('AGREED', 'FAILED', 'WITHDRAWN')`;
const written = `m.agreement_form = 'WRITTEN'`;
const measures: readonly Measure[] = [
  {
    measure: 'mediations',
    definition: 'Mediations accepted (受理调解数)',
    numerator: 'count(*)',
    unit: 'mediations',
  },
  {
    measure: 'concluded',
    definition: 'Concluded, out of those accepted (办结率：已办结/受理)',
    numerator: count(concluded),
    denominator: 'count(*)',
    unit: 'share',
  },
  {
    measure: 'agreed',
    definition: 'Concluded by an agreement, out of those concluded (调解成功率：达成协议/已办结)',
    numerator: count(`m.status = 'AGREED'`),
    denominator: count(concluded),
    unit: 'share',
  },
  {
    measure: 'writtenAgreements',
    definition: 'Written agreements, out of all agreements (书面协议占比：书面协议/全部协议)',
    numerator: count(written),
    denominator: count('m.agreement_form IS NOT NULL'),
    unit: 'share',
  },
  {
    measure: 'judiciallyConfirmed',
    definition: 'Agreements confirmed by the court, out of written agreements (司法确认率：已确认/书面协议)',
    numerator: count(`${written} AND m.confirmation_status = 'CONFIRMED'`),
    denominator: count(written),
    unit: 'share',
  },
  {
    measure: 'performed',
    definition: 'Agreements performed, out of those whose performance is known (履行率：已履行/已知履行情况)',
    numerator: count('m.agreement_performed'),
    denominator: count('m.agreement_performed IS NOT NULL'),
    unit: 'share',
  },
];

/** Counts mediations by when they were accepted, within the viewer's areas. */
export async function mediationStatistics(
  context: SubgraphContext,
  filter: MediationCountFilter,
  groupBy: readonly MediationDimension[],
): Promise<StatisticTable> {
  const { areaCode, from, to, kind, organizationId } = filter;
  const table = await statisticTable(context, {
    scope: 'justice.mediation:statistics',
    from: 'mediation m LEFT JOIN mediation_organization o ON o.number = m.organization_number',
    areaColumn: 'm.area_code',
    dimensions,
    groupBy,
    where: [
      ['starts_with(m.area_code, ?)', areaCode],
      ['m.accepted_at >= ?::timestamptz', from],
      ['m.accepted_at < ?::timestamptz', to],
      ['m.kind = ?', kind],
      ['o.id::text = ?', organizationId],
    ],
    measures,
  });
  return groupBy.includes('ORGANIZATION') ? nameOrganizations(context, table) : table;
}

async function nameOrganizations(context: SubgraphContext, table: StatisticTable): Promise<StatisticTable> {
  const organizations = await mediationOrganizationsByKind.load(context, everyKind);
  const names = new Map(organizations.map(({ id, name }) => [id, name]));
  const rows = table.rows.map((row) => ({
    ...row,
    group: row.group.map((group) =>
      group.dimension === 'ORGANIZATION' ? { ...group, label: names.get(group.key) ?? group.label } : group,
    ),
  }));
  return { ...table, rows };
}
