import { recordLoader } from '../../../schema/kit/register-loader.ts';
import { placeOf } from '../../../schema/kit/sealing/register-seal.ts';
import { statement } from '../../../schema/register/statement.ts';
import { RESIDENTS, VISIT_BOUNDARY } from './visit-row.ts';

/** What was found at a visit, which may name people. */
export interface FindingsRow {
  readonly visitId: string;
  readonly number: string;
  readonly householdId: string;
  readonly findings: string | null;
  readonly residents: readonly string[];
}

/** A visit as the findings are asked for: with its household, which is what a matter concerns. */
export const findingsKey = (visit: { readonly id: string; readonly householdId: string }): string =>
  `${visit.householdId}/${visit.id}`;

const findings = statement<FindingsRow>(`
  SELECT v.id AS "visitId", v.number, v.household_id AS "householdId", v.findings, ${RESIDENTS} AS residents
  FROM household_visit v WHERE v.id = ANY($1::uuid[]) AND ${VISIT_BOUNDARY}`);

/** What was found at each visit; under a matter only at those to its households. */
export const findingsByVisit = recordLoader<FindingsRow>({
  scope: 'governance-center.case:narrative',
  discloses: 'HouseholdVisit.findings',
  read: async (keys, { database, areas, subjects }) => {
    const rows = await database.query(findings, [keys.map((key) => key.split('/')[1]), areas, subjects]);
    return rows.map((row) => ({
      ...row,
      findings: database.seal.openNullable(row.findings, placeOf('household_visit', 'findings', [row.number])),
    }));
  },
  keysOf: ({ visitId, householdId }) => findingsKey({ id: visitId, householdId }),
  subjectOf: (key) => key.split('/')[0] ?? '',
  personsOf: ({ residents }) => residents,
});
