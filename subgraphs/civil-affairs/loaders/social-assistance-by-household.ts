import { listLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';
import { type SocialAssistanceRow, socialAssistanceColumns } from './social-assistance-record.ts';

const assistance = statement<SocialAssistanceRow>(`
  SELECT ${socialAssistanceColumns} FROM social_assistance s
  WHERE s.household_id = ANY($1::uuid[])
    AND (s.area_code LIKE ANY($2::text[]) OR s.household_id::text = ANY($3::text[]))
  ORDER BY s.starts_on DESC, s.id DESC`);

/**
 * The assistance granted to the family that civil affairs knows by each household, newest first, in one statement a
 * batch; the ledger names its beneficiaries.
 */
export const socialAssistanceByHousehold = listLoader<SocialAssistanceRow>({
  scope: 'civil-affairs.assistance:read',
  discloses: 'Household.socialAssistance',
  read: (households, { database, areas, subjects }) => database.query(assistance, [households, areas, subjects]),
  keysOf: ({ householdId }) => householdId,
  personsOf: ({ beneficiaryIds }) => beneficiaryIds,
});
