import { areas } from '../../../schema/kit/areas/areas.ts';
import {
  type InsuranceScheme,
  socialInsuranceSchemes,
} from '../../../schema/kit/code-tables/social-insurance-schemes.ts';
import { peopleFigures } from '../../../schema/kit/people-figures/people-table.ts';
import type { CountedRegister } from '../../../schema/kit/people-figures/told-register.ts';
import { latestAsOf } from '../../../schema/kit/statistics.ts';
import type { Database } from '../../../schema/register/database.ts';
import { rangeStatement } from '../../../schema/register/statement.ts';
import { schemeCodeOf, schemeSql } from './scheme-code.ts';

const STATUSES: Readonly<Record<string, string>> = {
  ACTIVE: '参保缴费',
  FROZEN: '封存',
  SUSPENDED: '暂停缴费',
  STOPPED: '终止缴费',
  NONE: '未参保',
};

interface Row {
  /** `area|scheme|status` of each enrolment. */
  readonly enrolments: readonly string[];
  readonly count: number;
}

/** People with enrolments by where they live, scheme and status, each once however many enrolments they have. */
export const insuranceFigures = peopleFigures({
  scope: 'social-insurance.account:statistics',
  areaLabel: (code) => areas.get(code)?.name ?? code,
  dimensions: {
    SCHEME: (scheme) => socialInsuranceSchemes.labelZh(schemeCodeOf(scheme as InsuranceScheme) ?? scheme),
    STATUS: (status) => STATUSES[status] ?? status,
  },
  measures: [
    {
      measure: 'people',
      definition:
        'People with at least one enrolment in the row, ended ones included, each once (至少有一条参保记录（含已终止）的人数，同一人只计一次).',
      unit: 'people',
    },
  ],
  read: readEnrolled,
});

async function readEnrolled(database: Database): Promise<CountedRegister> {
  const text = `SELECT enrolments, count(*)::int AS count FROM (
      SELECT array_agg(DISTINCT area_code || '|' || ${schemeSql} || '|' || status) AS enrolments
      FROM enrolment GROUP BY person_id
    ) enrolled GROUP BY 1 ORDER BY 1`;
  const rows = await database.query(rangeStatement<Row>(text), []);
  return {
    asOf: await latestAsOf(database),
    kinds: rows.map(({ enrolments, count }) => ({ records: enrolments.map(recordOf), amounts: [1], count })),
  };
}

function recordOf(enrolment: string) {
  const [area = '', ...values] = enrolment.split('|');
  return { area, values };
}
