import { recordLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';
import { INCIDENT_SQL, type IncidentRow } from './incidents-by-case.ts';

const incidents = statement<IncidentRow>(`${INCIDENT_SQL}
  WHERE i.id = ANY($1::uuid[]) AND (i.area_code LIKE ANY($2::text[]) OR o.case_number = ANY($3::text[]))
  ORDER BY o.case_number`);

const scope = 'public-security.incident:read';

/** Loads incidents by id, of those alone that were handed to the centre. */
export const incidentById = recordLoader<IncidentRow>({
  scope,
  discloses: null,
  // An id does not tell its matter: the row does.
  subjectOf: null,
  read: async (ids, { database, areas, subjects, context }) => {
    const rows = await database.query(incidents, [ids, areas, subjects]);
    return context.reach(scope) === 'areas' ? rows : rows.filter((row) => context.isMatterSubject(row.caseNumber));
  },
  keysOf: ({ id }) => id,
});
