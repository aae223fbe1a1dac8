import { listLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';
import { mediationBoundary } from './mediation-boundary.ts';
import { perMediationScope } from './mediation-scopes.ts';
import { visibleMediation } from './visible-mediation.ts';

export type MediationPartyRole = 'APPLICANT' | 'RESPONDENT';

/** A party of a mediation; `personId` is null for an organization and for somebody who could not be linked. */
export interface MediationPartyRow {
  readonly mediationNumber: string;
  readonly role: MediationPartyRole;
  readonly personId: string | null;
}

const parties = statement<MediationPartyRow>(`
  SELECT p.mediation_number AS "mediationNumber", p.role, p.person_id AS "personId"
  FROM mediation_party p JOIN mediation m ON m.number = p.mediation_number
  WHERE p.mediation_number = ANY($1::text[]) AND ${visibleMediation}
  ORDER BY p.mediation_number, p.sequence`);

/**
 * The parties of each mediation, by its number, in the order of the record: one statement a batch. Whoever is a party
 * of a visible mediation becomes visible, wherever they live.
 */
export const partiesByMediation = perMediationScope((scope) =>
  listLoader<MediationPartyRow>({
    scope,
    discloses: 'Mediation.parties',
    subjectOf: null,
    read: (numbers, { database, context }) => {
      const { areas, subjects } = mediationBoundary(context, scope);
      return database.query(parties, [numbers, areas, subjects]);
    },
    keysOf: ({ mediationNumber }) => mediationNumber,
    personsOf: ({ personId }) => (personId ? [personId] : []),
    admits: ({ personId }) => (personId ? [personId] : []),
  }),
);
