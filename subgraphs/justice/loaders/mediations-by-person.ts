import type { PageRequest } from '../../../schema/kit/paging.ts';
import { listLoader, recordLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';
import { type MediationOfKey, type MediationStatus, mediationColumns, withOrganization } from './mediation-record.ts';

/** Which of a person's mediations are asked for. */
export interface MediationSelection {
  readonly kind?: string | null;
  readonly status?: readonly MediationStatus[] | null;
}

const scope = 'justice.mediation:history';

const mediations = statement<MediationOfKey>(`
  SELECT k.person_id AS key, ${mediationColumns(scope)}
  FROM unnest($1::uuid[]) AS k(person_id)
  CROSS JOIN LATERAL (
    SELECT m.* FROM (SELECT DISTINCT mediation_number FROM mediation_party WHERE person_id = k.person_id) p
    JOIN mediation m ON m.number = p.mediation_number
    WHERE (m.area_code LIKE ANY($2::text[]) OR k.person_id::text = ANY($3::text[]))
      AND ($4::text IS NULL OR m.kind = $4)
      AND ($5::text[] IS NULL OR m.status = ANY($5))
      AND ($6::timestamptz IS NULL OR (m.accepted_at, m.id) < ($6, $7::uuid))
    ORDER BY m.accepted_at DESC, m.id DESC LIMIT $8
  ) m
  ${withOrganization}
  ORDER BY m.accepted_at DESC, m.id DESC`);

/** One page of each person's mediations, newest first; people who are asked the same page share one statement. */
export const mediationsByPerson = listLoader<MediationOfKey, MediationSelection & PageRequest>({
  scope,
  discloses: 'Person.mediations',
  read: (people, { database, areas, subjects }, { kind, status, after, limit }) => {
    const [acceptedAt = null, id = null] = after ?? [];
    const values = [people, areas, subjects, kind ?? null, status ?? null, acceptedAt, id, limit];
    return database.query(mediations, values);
  },
  keysOf: ({ key }) => key,
});

interface MediationCount {
  readonly key: string;
  readonly count: number;
}

const mediationCounts = statement<MediationCount>(`
  SELECT p.person_id AS key, count(DISTINCT m.id)::int AS count
  FROM mediation_party p JOIN mediation m ON m.number = p.mediation_number
  WHERE p.person_id = ANY($1::uuid[])
    AND (m.area_code LIKE ANY($2::text[]) OR p.person_id::text = ANY($3::text[]))
    AND ($4::text IS NULL OR m.kind = $4)
    AND ($5::text[] IS NULL OR m.status = ANY($5))
  GROUP BY p.person_id`);

/** How many mediations each person has in all; null for none. */
export const mediationCountByPerson = recordLoader<MediationCount, MediationSelection>({
  scope,
  discloses: 'Person.mediations',
  read: (people, { database, areas, subjects }, { kind, status }) =>
    database.query(mediationCounts, [people, areas, subjects, kind ?? null, status ?? null]),
  keysOf: ({ key }) => key,
});
