import { listLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';
import { ORGANIZATION_COLUMNS, type OrganizationRow } from './organization-row.ts';
import { WHOLE_LIST } from './whole-list.ts';

const organizations = statement<OrganizationRow>(`
  SELECT ${ORGANIZATION_COLUMNS} FROM organization o
  WHERE ($1::text IS NULL OR o.kind = $1) AND ($2::text IS NULL OR o.stationing = $2) ORDER BY o.code`);

/** The organizations of a kind and stationing, by code; null asks for any. */
export const organizationsByKind = listLoader<OrganizationRow, { kind: string | null; stationing: string | null }>({
  scope: null,
  discloses: null,
  read: (_, { database }, { kind, stationing }) => database.query(organizations, [kind, stationing]),
  keysOf: () => WHOLE_LIST,
});
