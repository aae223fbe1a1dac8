import { shared } from '../../../schema/kit/builder.ts';
import { countsRegister } from '../../../schema/kit/federation.ts';
import { builder } from '../builder.ts';
import { populationFigures } from '../loaders/population-figures.ts';
import { RegistrationKind } from './RegistrationKind.ts';
import { Sex } from './Sex.ts';

const PopulationFilter = builder.inputType('PopulationFilter', {
  description: 'Whom to count; nothing here can single anybody out (人口统计条件).',
  fields: (t) => ({
    areaCode: t.string({ description: 'Area and all that lies in it (区划代码).' }),
    sex: t.field({ type: Sex, description: 'Sex (性别).' }),
    registration: t.field({ type: RegistrationKind, description: 'How people are registered (人口类别).' }),
  }),
});

const PopulationDimension = builder.enumType('PopulationDimension', {
  description: 'What population figures may be grouped by (人口统计维度).',
  values: {
    AREA: { description: 'Village or community where people live (村、社区).' },
    TOWN: { description: 'Town where people live (乡镇、街道).' },
    AGE_BAND: { description: 'Published age band (年龄段).' },
    SEX: { description: 'Sex (性别).' },
    REGISTRATION: { description: 'How people are registered (人口类别).' },
  },
});

builder.queryField('populationStatistics', (t) =>
  t.field({
    type: shared(builder).statisticTable(),
    directives: countsRegister('public-security.person:statistics'),
    description: 'Living people on the register, counted within the viewer’s areas (人口统计).',
    args: {
      filter: t.arg({ type: PopulationFilter, description: 'Whom to count (条件).' }),
      groupBy: t.arg({ type: [PopulationDimension], required: true, description: 'What to group by (维度).' }),
    },
    resolve: (_root, { filter, groupBy }, context) => {
      const { areaCode, sex, registration } = filter ?? {};
      return populationFigures(context, { areaCode, only: { SEX: sex, REGISTRATION: registration }, groupBy });
    },
  }),
);
