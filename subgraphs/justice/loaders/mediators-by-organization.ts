import type { PageRequest } from '../../../schema/kit/paging.ts';
import { listLoader, recordLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';
import { type MediatorRow, mediatorColumns } from './mediator-record.ts';

const mediators = statement<MediatorRow>(`
  SELECT ${mediatorColumns}
  FROM mediation_organization o
  CROSS JOIN LATERAL (
    SELECT * FROM mediator WHERE organization_number = o.number AND ($2::text IS NULL OR number > $2)
    ORDER BY number LIMIT $3
  ) d
  WHERE o.number = ANY($1::text[])
  ORDER BY d.number`);

/** One page of each organization's mediators, by the organization's number, in the order of their own. */
export const mediatorsByOrganization = listLoader<MediatorRow, PageRequest>({
  scope: null,
  discloses: null,
  read: (numbers, { database }, { after, limit }) => database.query(mediators, [numbers, after?.[0] ?? null, limit]),
  keysOf: ({ organizationNumber }) => organizationNumber ?? [],
});

interface MediatorCount {
  readonly key: string;
  readonly count: number;
}

const mediatorCounts = statement<MediatorCount>(`
  SELECT organization_number AS key, count(*)::int AS count FROM mediator
  WHERE organization_number = ANY($1::text[]) GROUP BY organization_number`);

/** How many mediators each organization has; null for none. */
export const mediatorCountByOrganization = recordLoader<MediatorCount>({
  scope: null,
  discloses: null,
  read: (numbers, { database }) => database.query(mediatorCounts, [numbers]),
  keysOf: ({ key }) => key,
});
