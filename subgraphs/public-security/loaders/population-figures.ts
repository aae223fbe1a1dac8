import { areas } from '../../../schema/kit/areas/areas.ts';
import { ageBandSql } from '../../../schema/kit/calendar/age-band-sql.ts';
import { dayOf } from '../../../schema/kit/calendar/day.ts';
import { peopleFigures } from '../../../schema/kit/people-figures/people-table.ts';
import type { CountedRegister } from '../../../schema/kit/people-figures/told-register.ts';
import { latestAsOf } from '../../../schema/kit/statistics.ts';
import type { Database } from '../../../schema/register/database.ts';
import { rangeStatement } from '../../../schema/register/statement.ts';

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

interface Row {
  readonly area: string;
  readonly values: readonly string[];
  readonly count: number;
}

/** Living people on the register by village, age band, sex and registration. */
export const populationFigures = peopleFigures({
  scope: 'public-security.person:statistics',
  areaLabel: (code) => areas.get(code)?.name ?? code,
  dimensions: {
    AGE_BAND: (band) => `${band}岁`,
    SEX: (sex) => SEXES[sex] ?? sex,
    REGISTRATION: (kind) => REGISTRATIONS[kind] ?? kind,
  },
  measures: [
    {
      measure: 'people',
      definition:
        'Living people registered or living here, by the area they live in (在册且健在的户籍人口与实有人口，按现住地区划计).',
      unit: 'people',
    },
  ],
  read: readPopulation,
});

async function readPopulation(database: Database): Promise<CountedRegister> {
  // The day stands in the statement as a literal: computed once, and not for each of a whole register's rows.
  const band = ageBandSql('birth_date', `DATE '${dayOf(new Date())}'`);
  const text = `SELECT area_code AS area, ARRAY[${band}, sex, registration] AS "values", count(*)::int AS count
    FROM person WHERE status = 'ALIVE' GROUP BY 1, 2 ORDER BY 1, 2`;
  const rows = await database.query(rangeStatement<Row>(text), []);
  return {
    asOf: await latestAsOf(database),
    kinds: rows.map(({ area, values, count }) => ({ records: [{ area, values }], amounts: [1], count })),
  };
}
