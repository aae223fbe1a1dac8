import type { MedicalEnrolmentStatus } from '../../../schema/kit/code-tables/medical-insurance-statuses.ts';
import type { MedicalScheme } from '../../../schema/kit/code-tables/medical-insurance-types.ts';
import type { Sex } from '../../../schema/kit/code-tables/sexes.ts';
import type { SubgraphContext } from '../../../schema/kit/context.ts';
import { type RecordSource, sourceOfBatch } from '../../../schema/kit/record-source.ts';
import type { ReadContext } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';

// Where the bureau's register is asked. A deployment whose bureau answers live replaces this file: the loaders ask
// nothing but these questions, with the viewer's boundary, once a batch.

/** A person's newest enrolment. */
export interface EnrolmentRow {
  readonly personId: string;
  readonly scheme: MedicalScheme;
  readonly status: MedicalEnrolmentStatus;
  readonly statusCode: string;
  readonly from: string;
  readonly pausedOn: string | null;
  readonly placeCode: string;
  readonly subsidised: boolean;
  /** Where and when the row was read: of an import batch, or of a live answer. */
  readonly source: (context: SubgraphContext) => Promise<RecordSource>;
}

/** What a chronic disease entitles a person to, [from, to). */
export interface EntitlementRow {
  readonly personId: string;
  readonly diseaseCode: string;
  readonly from: string;
  readonly to: string | null;
}

/** What this register says of somebody, to be compared with what the others say. */
export interface RegisterRecordRow {
  readonly id: string;
  readonly name: string;
  readonly sex: Sex;
  readonly birthDate: string | null;
}

const enrolments = statement<Omit<EnrolmentRow, 'source'> & { readonly batchId: string }>(`
  SELECT DISTINCT ON (person_id) person_id AS "personId", scheme, status, status_code AS "statusCode",
    starts_on AS "from", paused_on AS "pausedOn", place_code AS "placeCode", subsidised, batch_id AS "batchId"
  FROM enrolment
  WHERE person_id = ANY($1::uuid[]) AND (area_code LIKE ANY($2::text[]) OR person_id::text = ANY($3::text[]))
  ORDER BY person_id, starts_on DESC, updated_at DESC`);

/** The newest enrolment of each person, in one statement. */
export async function enrolmentsOf(
  people: readonly string[],
  { database, areas, subjects }: ReadContext,
): Promise<readonly EnrolmentRow[]> {
  const rows = await database.query(enrolments, [people, areas, subjects]);
  return rows.map(({ batchId, ...row }) => ({ ...row, source: (context) => sourceOfBatch(context, batchId) }));
}

const entitlements = statement<EntitlementRow>(`
  SELECT person_id AS "personId", disease_code AS "diseaseCode", starts_on AS "from", ends_on AS "to"
  FROM chronic_entitlement
  WHERE person_id = ANY($1::uuid[]) AND (area_code LIKE ANY($2::text[]) OR person_id::text = ANY($3::text[]))
  ORDER BY starts_on DESC, disease_code`);

/** The chronic-disease entitlements of each person, newest first, in one statement. */
export function entitlementsOf(
  people: readonly string[],
  { database, areas, subjects }: ReadContext,
): Promise<readonly EntitlementRow[]> {
  return database.query(entitlements, [people, areas, subjects]);
}

const records = statement<RegisterRecordRow>(`
  SELECT DISTINCT ON (person_id) person_id AS id, name, sex, birth_date AS "birthDate"
  FROM enrolment
  WHERE person_id = ANY($1::uuid[]) AND (area_code LIKE ANY($2::text[]) OR person_id::text = ANY($3::text[]))
  ORDER BY person_id, starts_on DESC, updated_at DESC`);

/** Name, sex and birth date of each person as the newest enrolment has them, in one statement. */
export function recordsOf(
  people: readonly string[],
  { database, areas, subjects }: ReadContext,
): Promise<readonly RegisterRecordRow[]> {
  return database.query(records, [people, areas, subjects]);
}
