import { referenceRecord } from '../../../schema/kit/reference-loader.ts';
import { statement } from '../../../schema/register/statement.ts';
import { ORGANIZATION_COLUMNS, type OrganizationRow } from './organization-row.ts';

const organizations = statement<OrganizationRow>(
  `SELECT ${ORGANIZATION_COLUMNS} FROM organization o WHERE o.code = ANY($1::text[])`,
);

/** The organization of a code. */
export const organizationByCode = referenceRecord<OrganizationRow>({
  read: (codes, database) => database.query(organizations, [codes]),
  keysOf: ({ code }) => code,
});
