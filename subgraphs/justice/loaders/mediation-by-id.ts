import { validate } from 'uuid';
import { recordLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';
import { mediationBoundary } from './mediation-boundary.ts';
import { type MediationRow, mediationColumns, withOrganization } from './mediation-record.ts';
import { visibleMediation } from './visible-mediation.ts';

interface MediationWithParties extends MediationRow {
  readonly partyIds: readonly string[];
}

const scope = 'justice.mediation:read';

const mediations = statement<MediationWithParties>(`
  SELECT ${mediationColumns(scope)},
    ARRAY(SELECT p.person_id FROM mediation_party p
          WHERE p.mediation_number = m.number AND p.person_id IS NOT NULL) AS "partyIds"
  FROM mediation m
  ${withOrganization}
  WHERE m.id = ANY($1::uuid[]) AND ${visibleMediation}`);

/** A mediation by the hub's id for it; null for one outside the viewer's boundary and for what is no id. */
export const mediationById = recordLoader<MediationWithParties>({
  scope,
  discloses: 'Mediation',
  subjectOf: null,
  read: (ids, { database, context }) => {
    const { areas, subjects } = mediationBoundary(context, scope);
    return database.query(mediations, [ids.filter((id) => validate(id)), areas, subjects]);
  },
  keysOf: ({ id }) => id,
  personsOf: ({ partyIds }) => partyIds,
});
