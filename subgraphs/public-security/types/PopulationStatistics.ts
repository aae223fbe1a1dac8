import { areas } from '../../../schema/kit/areas/areas.ts';
import { shared } from '../../../schema/kit/builder.ts';
import { ageBandSql } from '../../../schema/kit/calendar/age-band-sql.ts';
import { dayOf } from '../../../schema/kit/calendar/day.ts';
import { countsRegister } from '../../../schema/kit/federation.ts';
import { statisticTable } from '../../../schema/kit/statistics.ts';
import { builder } from '../builder.ts';
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

const SEXES: Readonly<Record<string, string>> = {
  UNKNOWN: '未知',
  MALE: '男',
  FEMALE: '女',
  UNSPECIFIED: '未说明',
};

const REGISTRATIONS: Readonly<Record<string, string>> = {
  REGISTERED: '户籍人口',
  FLOATING: '流动人口',
  HK_MACAO_TAIWAN: '港澳台人员',
  FOREIGN: '境外人员',
};

const areaName = (code: string): string => areas.get(code)?.name ?? code;

// The day stands in the statement as a literal: computed once, and not for each of a whole register's rows.
const dimensionsOn = (today: string) => ({
  AREA: { key: 'area_code', label: areaName },
  TOWN: { key: 'left(area_code, 9)', label: areaName },
  AGE_BAND: { key: ageBandSql('birth_date', `DATE '${today}'`), label: (band: string) => `${band}岁` },
  SEX: { key: 'sex', label: (sex: string) => SEXES[sex] ?? sex },
  REGISTRATION: { key: 'registration', label: (kind: string) => REGISTRATIONS[kind] ?? kind },
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
    resolve: (_root, { filter, groupBy }, context) =>
      statisticTable(context, {
        scope: 'public-security.person:statistics',
        from: 'person',
        areaColumn: 'area_code',
        dimensions: dimensionsOn(dayOf(new Date())),
        groupBy,
        where: [
          ['status = ?', 'ALIVE'],
          ['starts_with(area_code, ?)', filter?.areaCode],
          ['sex = ?', filter?.sex],
          ['registration = ?', filter?.registration],
        ],
        measures: [
          {
            measure: 'people',
            definition:
              'Living people registered or living here, by the area they live in (在册且健在的户籍人口与实有人口，按现住地区划计).',
            numerator: 'count(*)',
            unit: 'people',
          },
        ],
        countsPeople: true,
      }),
  }),
);
