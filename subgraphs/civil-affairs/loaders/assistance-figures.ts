import { areas } from '../../../schema/kit/areas/areas.ts';
import { peopleFigures } from '../../../schema/kit/people-figures/people-table.ts';
import type { CountedRegister } from '../../../schema/kit/people-figures/told-register.ts';
import { latestAsOf } from '../../../schema/kit/statistics.ts';
import type { Database } from '../../../schema/register/database.ts';
import { rangeStatement } from '../../../schema/register/statement.ts';

const itself = (key: string): string => key;

interface Row {
  readonly area: string;
  readonly values: readonly string[];
  readonly beneficiaries: number;
  readonly count: number;
}

/** Assisted families and beneficiaries by where the family lives, kind and state. */
export const assistanceFigures = peopleFigures({
  scope: 'civil-affairs.assistance:statistics',
  areaLabel: (code) => areas.get(code)?.name ?? code,
  dimensions: { KIND: itself, STATUS: itself },
  measures: [
    {
      measure: 'families',
      definition: 'Families to whom assistance was granted (救助家庭数)',
      unit: 'families',
    },
    {
      measure: 'beneficiaries',
      definition: 'Members of these families who benefit, linked to a person or not (救助人数)',
      unit: 'people',
    },
  ],
  read: readAssistance,
});

async function readAssistance(database: Database): Promise<CountedRegister> {
  const text = `SELECT area, "values", beneficiaries, count(*)::int AS count FROM (
      SELECT s.area_code AS area, ARRAY[s.kind, s.status] AS "values", count(b.assistance_number)::int AS beneficiaries
      FROM social_assistance s LEFT JOIN assistance_beneficiary b ON b.assistance_number = s.number GROUP BY s.id
    ) family GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
  const rows = await database.query(rangeStatement<Row>(text), []);
  return {
    asOf: await latestAsOf(database),
    kinds: rows.map(({ area, values, beneficiaries, count }) => ({
      records: [{ area, values }],
      amounts: [1, beneficiaries],
      count,
    })),
  };
}
