import { areas } from '../../../schema/kit/areas/areas.ts';
import { shared } from '../../../schema/kit/builder.ts';
import {
  type InsuranceScheme as Scheme,
  socialInsuranceSchemes,
} from '../../../schema/kit/code-tables/social-insurance-schemes.ts';
import { countsRegister } from '../../../schema/kit/federation.ts';
import { statisticTable } from '../../../schema/kit/statistics.ts';
import { builder } from '../builder.ts';
import { schemeCodeOf, schemeSql } from '../loaders/scheme-code.ts';
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

const STATUSES: Readonly<Record<string, string>> = {
  ACTIVE: '参保缴费',
  FROZEN: '封存',
  SUSPENDED: '暂停缴费',
  STOPPED: '终止缴费',
  NONE: '未参保',
};

const areaName = (code: string): string => areas.get(code)?.name ?? code;

const dimensions = {
  AREA: { key: 'area_code', label: areaName },
  TOWN: { key: 'left(area_code, 9)', label: areaName },
  SCHEME: {
    key: schemeSql,
    label: (scheme: string) => socialInsuranceSchemes.labelZh(schemeCodeOf(scheme as Scheme) ?? scheme),
  },
  STATUS: { key: 'status', label: (status: string) => STATUSES[status] ?? status },
};

builder.queryField('insuranceStatistics', (t) =>
  t.field({
    type: shared(builder).statisticTable(),
    directives: countsRegister('social-insurance.account:statistics'),
    description: 'People with enrolments, counted within the viewer’s areas (参保统计).',
    args: {
      filter: t.arg({ type: InsuranceStatisticsFilter, description: 'Whom to count (条件).' }),
      groupBy: t.arg({ type: [InsuranceDimension], required: true, description: 'What to group by (维度).' }),
    },
    resolve: (_root, { filter, groupBy }, context) =>
      statisticTable(context, {
        scope: 'social-insurance.account:statistics',
        from: 'enrolment',
        areaColumn: 'area_code',
        dimensions,
        groupBy,
        where: [
          ['starts_with(area_code, ?)', filter?.areaCode],
          ['scheme_code = ?', schemeCodeOf(filter?.scheme)],
          ['status = ?', filter?.status],
        ],
        measures: [
          {
            measure: 'people',
            definition:
              'People with at least one enrolment in the row, ended ones included, each once (至少有一条参保记录（含已终止）的人数，同一人只计一次).',
            numerator: 'count(DISTINCT person_id)',
            unit: 'people',
          },
        ],
        countsPeople: true,
      }),
  }),
);
