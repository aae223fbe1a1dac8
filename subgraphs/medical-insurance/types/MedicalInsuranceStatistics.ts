import { areas } from '../../../schema/kit/areas/areas.ts';
import { shared } from '../../../schema/kit/builder.ts';
import { countsRegister } from '../../../schema/kit/federation.ts';
import { missingScope } from '../../../schema/kit/refusals.ts';
import { countedTable } from '../../../schema/kit/statistics.ts';
import { builder } from '../builder.ts';
import { countsOf } from '../loaders/register.ts';
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
  AREA: { label: areaName },
  TOWN: { label: areaName },
  SCHEME: { label: (scheme: string) => SCHEMES[scheme] ?? scheme },
  STATUS: { label: (status: string) => STATUSES[status] ?? status },
};

const SCOPE = 'medical-insurance.enrolment:statistics';

const people = {
  measure: 'people',
  definition:
    'People with at least one enrolment in the row, ended ones included, each once (至少有一条参保记录（含已终止）的人数，同一人只计一次).',
  unit: 'people',
};

builder.queryField('medicalInsuranceStatistics', (t) =>
  t.field({
    type: shared(builder).statisticTable(),
    directives: countsRegister(SCOPE),
    description:
      'People with medical insurance, counted within the viewer’s areas; no illness is counted (医保参保统计).',
    args: {
      filter: t.arg({ type: MedicalInsuranceStatisticsFilter, description: 'Whom to count (条件).' }),
      groupBy: t.arg({ type: [MedicalInsuranceDimension], required: true, description: 'What to group by (维度).' }),
    },
    resolve: async (_root, { filter, groupBy }, context) => {
      if (context.reach(SCOPE) !== 'areas') throw missingScope(SCOPE);
      const { areaCode: area, scheme, status } = filter ?? {};
      const { asOf, rows } = await countsOf(context, { area, scheme, status, groupBy });
      return countedTable({
        asOf,
        dimensions,
        groupBy,
        measures: [people],
        rows: rows.map((row) => ({ keys: row.keys, numerators: [row.people] })),
        countsPeople: true,
      });
    },
  }),
);
