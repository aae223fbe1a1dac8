import { areas } from '../../../schema/kit/areas/areas.ts';
import { shared } from '../../../schema/kit/builder.ts';
import { countsRegister } from '../../../schema/kit/federation.ts';
import { statisticTable } from '../../../schema/kit/statistics.ts';
import { builder } from '../builder.ts';
import { MedicalEnrolmentStatus } from './MedicalEnrolmentStatus.ts';
import { MedicalScheme } from './MedicalScheme.ts';

const MedicalInsuranceStatisticsFilter = builder.inputType('MedicalInsuranceStatisticsFilter', {
  description: 'Whom to count; nothing here can single anybody out (医保统计条件).',
  fields: (t) => ({
    areaCode: t.string({ description: 'Area and all that lies in it (区划代码).' }),
    scheme: t.field({ type: MedicalScheme, description: 'Scheme (险种).' }),
    status: t.field({ type: MedicalEnrolmentStatus, description: 'Status of the enrolment (参保状态).' }),
  }),
});

const MedicalInsuranceDimension = builder.enumType('MedicalInsuranceDimension', {
  description: 'What the figures may be grouped by (医保统计维度).',
  values: {
    AREA: { description: 'Village or community where people live (村、社区).' },
    TOWN: { description: 'Town where people live (乡镇、街道).' },
    SCHEME: { description: 'Scheme (险种).' },
    STATUS: { description: 'Status of the enrolment (参保状态).' },
  },
});

const SCHEMES: Readonly<Record<string, string>> = { EMPLOYEE: '职工基本医疗保险', RESIDENT: '城乡居民基本医疗保险' };
const STATUSES: Readonly<Record<string, string>> = { ACTIVE: '正常参保', PAUSED: '暂停参保', ENDED: '终止参保' };

const areaName = (code: string): string => areas.get(code)?.name ?? code;

const dimensions = {
  AREA: { key: 'area_code', label: areaName },
  TOWN: { key: 'left(area_code, 9)', label: areaName },
  SCHEME: { key: 'scheme', label: (scheme: string) => SCHEMES[scheme] ?? scheme },
  STATUS: { key: 'status', label: (status: string) => STATUSES[status] ?? status },
};

builder.queryField('medicalInsuranceStatistics', (t) =>
  t.field({
    type: shared(builder).statisticTable(),
    directives: countsRegister('medical-insurance.enrolment:statistics'),
    description:
      'People with medical insurance, counted within the viewer’s areas; no illness is counted (医保参保统计).',
    args: {
      filter: t.arg({ type: MedicalInsuranceStatisticsFilter, description: 'Whom to count (条件).' }),
      groupBy: t.arg({ type: [MedicalInsuranceDimension], required: true, description: 'What to group by (维度).' }),
    },
    resolve: (_root, { filter, groupBy }, context) =>
      statisticTable(context, {
        scope: 'medical-insurance.enrolment:statistics',
        from: 'enrolment',
        areaColumn: 'area_code',
        dimensions,
        groupBy,
        where: [
          ['starts_with(area_code, ?)', filter?.areaCode],
          ['scheme = ?', filter?.scheme],
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
