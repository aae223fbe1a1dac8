import { shared } from '../../../schema/kit/builder.ts';
import { countsRegister } from '../../../schema/kit/federation.ts';
import { builder } from '../builder.ts';
import { insuredFigures } from '../loaders/insured-figures.ts';
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
    resolve: (_root, { filter, groupBy }, context) => {
      const { areaCode, scheme, status } = filter ?? {};
      return insuredFigures(context, { areaCode, only: { SCHEME: scheme, STATUS: status }, groupBy });
    },
  }),
);
