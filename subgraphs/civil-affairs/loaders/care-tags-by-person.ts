import { listLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';

export type CareKind =
  | 'LIVES_ALONE_ELDERLY'
  | 'ADVANCED_AGE'
  | 'EXTREME_HARDSHIP'
  | 'LEFT_BEHIND_CHILD'
  | 'ORPHAN'
  | 'SEVERE_DISABILITY';

/** A care tag as the register answers it. */
export interface CareTagRow {
  readonly personId: string;
  readonly kind: CareKind;
  readonly since: string;
  readonly until: string | null;
  readonly batchId: string;
}

const careTags = statement<CareTagRow>(`
  SELECT c.person_id AS "personId", c.kind, c.since, c.until, c.batch_id AS "batchId" FROM care_tag c
  WHERE c.person_id = ANY($1::uuid[]) AND (c.area_code LIKE ANY($2::text[]) OR c.person_id::text = ANY($3::text[]))
  ORDER BY c.since DESC, c.kind`);

/** The care tags of each person, newest first, in one statement a batch. */
export const careTagsByPerson = listLoader<CareTagRow>({
  scope: 'civil-affairs.care:read',
  discloses: 'Person.careTags',
  read: (people, { database, areas, subjects }) => database.query(careTags, [people, areas, subjects]),
  keysOf: ({ personId }) => personId,
});
