import { referenceRecord } from '../../../schema/kit/reference-loader.ts';
import { statement } from '../../../schema/register/statement.ts';
import type { visitRoles } from '../extracts/codes/place-codes.ts';
import type { Stored } from './case-row.ts';

/** A 5+1 team with its seats; members are officials and named in full. */
export interface VisitTeamRow {
  readonly code: string;
  readonly name: string;
  readonly campaign: string;
  readonly slots: readonly { readonly role: Stored<typeof visitRoles>; readonly member: string }[];
}

const teams = statement<VisitTeamRow>(`
  SELECT t.code, t.name, t.campaign, coalesce(
    (SELECT jsonb_agg(jsonb_build_object('role', s.role, 'member', s.member) ORDER BY s.role)
      FROM visit_team_slot s WHERE s.team_code = t.code), '[]') AS slots
  FROM visit_team t WHERE t.code = ANY($1::text[])`);

/** The team of a code. */
export const teamByCode = referenceRecord<VisitTeamRow>({
  read: (codes, database) => database.query(teams, [codes]),
  keysOf: ({ code }) => code,
});
