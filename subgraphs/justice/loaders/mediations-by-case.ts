import { listLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';
import { type MediationOfKey, mediationColumns, withOrganization } from './mediation-record.ts';

interface MediationOfCase extends MediationOfKey {
  readonly partyIds: readonly string[];
}

const scope = 'justice.mediation:read';

const mediations = statement<MediationOfCase>(`
  SELECT m.case_number AS key, ${mediationColumns(scope)},
    ARRAY(SELECT p.person_id FROM mediation_party p
          WHERE p.mediation_number = m.number AND p.person_id IS NOT NULL) AS "partyIds"
  FROM mediation m
  ${withOrganization}
  WHERE m.case_number = ANY($1::text[]) AND (m.area_code LIKE ANY($2::text[]) OR m.case_number = ANY($3::text[]))
  ORDER BY m.accepted_at DESC, m.id DESC`);

/** The mediations that serve each case, newest first, in one statement a batch; the ledger names their parties. */
export const mediationsByCase = listLoader<MediationOfCase>({
  scope,
  discloses: 'Case.mediations',
  read: (cases, { database, areas, subjects }) => database.query(mediations, [cases, areas, subjects]),
  keysOf: ({ key }) => key,
  personsOf: ({ partyIds }) => partyIds,
});
