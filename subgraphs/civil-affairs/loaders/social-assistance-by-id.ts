import { validate } from 'uuid';
import { recordLoader } from '../../../schema/kit/register-loader.ts';
import { rowBoundary } from '../../../schema/kit/row-boundary.ts';
import { statement } from '../../../schema/register/statement.ts';
import { type SocialAssistanceRow, socialAssistanceColumns } from './social-assistance-record.ts';

const scope = 'civil-affairs.assistance:read';

const assistance = statement<SocialAssistanceRow>(`
  SELECT ${socialAssistanceColumns} FROM social_assistance s
  WHERE s.id = ANY($1::uuid[])
    AND (s.area_code LIKE ANY($2::text[]) OR s.household_id::text = ANY($3::text[]) OR EXISTS (
      SELECT 1 FROM assistance_beneficiary subject
      WHERE subject.assistance_number = s.number AND subject.person_id::text = ANY($3::text[])))`);

/**
 * An assistance by the hub's id; null unless it lies within the viewer's areas or the matter concerns its household
 * or a beneficiary.
 */
export const socialAssistanceById = recordLoader<SocialAssistanceRow>({
  scope,
  discloses: 'Person.socialAssistance',
  subjectOf: null,
  read: (ids, { database, context }) => {
    const { areas, subjects } = rowBoundary(context, scope);
    return database.query(assistance, [ids.filter((id) => validate(id)), areas, subjects]);
  },
  keysOf: ({ id }) => id,
  personsOf: ({ beneficiaryIds }) => beneficiaryIds,
});
