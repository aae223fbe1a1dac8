import { listLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';
import { mediationBoundary } from './mediation-boundary.ts';
import { type MediationOfKey, mediationColumns, withOrganization } from './mediation-record.ts';

const scope = 'justice.mediation:read';

const openMediations = statement<MediationOfKey>(`
  SELECT p.person_id AS key, ${mediationColumns(scope)}
  FROM (SELECT DISTINCT person_id, mediation_number FROM mediation_party WHERE person_id = ANY($1::uuid[])) p
  JOIN mediation m ON m.number = p.mediation_number
  ${withOrganization}
  WHERE m.status IN ('ACCEPTED', 'IN_PROGRESS')
    AND (m.area_code LIKE ANY($2::text[]) OR p.person_id::text = ANY($3::text[]))
  ORDER BY m.accepted_at DESC, m.id DESC`);

/**
 * The mediations of each person that are not concluded, newest first, in one statement a batch: whether a matter is
 * registered already.
 */
export const openMediationsByPerson = listLoader<MediationOfKey>({
  scope,
  discloses: 'Person.openMediations',
  read: (people, { database, context }) => {
    const { areas, subjects } = mediationBoundary(context, scope);
    return database.query(openMediations, [people, areas, subjects]);
  },
  keysOf: ({ key }) => key,
});
