import type { MedicalEnrolmentStatus } from '../../../schema/kit/code-tables/medical-insurance-statuses.ts';
import type { MedicalScheme } from '../../../schema/kit/code-tables/medical-insurance-types.ts';
import type { Sex } from '../../../schema/kit/code-tables/sexes.ts';
import type { SubgraphContext } from '../../../schema/kit/context.ts';
import type { CountedRegister } from '../../../schema/kit/people-figures/told-register.ts';
import type { RecordSource } from '../../../schema/kit/record-source.ts';
import type { ReadContext } from '../../../schema/kit/register-loader.ts';
import { NO_DATE } from '../../../schema/kit/statistics.ts';
import { withinAreas } from '../../../schema/kit/viewer.ts';
import type { Database } from '../../../schema/register/database.ts';
import type { LookupRows } from '../connection/rows.ts';
import { systemOf } from '../connection/systems.ts';
import { enrolments } from '../extracts/enrolments.ts';

// Where the bureau's register is asked, live, in its own system. A deployment whose bureau answers otherwise replaces
// this file: the loaders ask nothing but these questions, with the viewer's boundary, once a batch.

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

/** The newest enrolment of each person. */
export async function enrolmentsOf(people: readonly string[], read: ReadContext): Promise<readonly EnrolmentRow[]> {
  const told = await visibleRows('enrolments', people, read);
  return told.flatMap(({ rows: [newest], asOf }) =>
    newest ? [{ ...newest, source: async () => liveSource(asOf) }] : [],
  );
}

/** The chronic-disease entitlements of each person, newest first. */
export async function entitlementsOf(people: readonly string[], read: ReadContext): Promise<readonly EntitlementRow[]> {
  return (await visibleRows('entitlements', people, read)).flatMap(({ rows }) => rows);
}

/** Name, sex and birth date of each person as the newest enrolment has them. */
export async function recordsOf(people: readonly string[], read: ReadContext): Promise<readonly RegisterRecordRow[]> {
  const told = await visibleRows('records', people, read);
  return told.flatMap(({ rows: [newest] }) => (newest ? [{ ...newest, id: newest.personId }] : []));
}

/** The people of the whole register, counted where the records are by the set of their enrolments. */
export async function countedKinds(database: Database): Promise<CountedRegister> {
  const { asOf, rows } = await systemOf(database).count();
  const kinds = rows.map(({ enrolments: own, people }) => ({
    records: own.map(({ areaCode: area, scheme, status }) => ({ area, values: [scheme, status] })),
    amounts: [1],
    count: people,
  }));
  return { asOf: asOf ?? NO_DATE, kinds };
}

/** What the system tells of people; of their rows those alone that the viewer may see, for the system knows no viewer. */
async function visibleRows<Lookup extends keyof LookupRows>(
  lookup: Lookup,
  people: readonly string[],
  { database, subjects, context }: ReadContext,
): Promise<{ readonly rows: readonly LookupRows[Lookup][]; readonly asOf: string | null }[]> {
  const told = await systemOf(database).lookUp(lookup, people);
  return [...told.values()].map(({ rows, asOf }) => ({
    asOf,
    rows: rows.filter(({ personId, areaCode }) => withinAreas(context.viewer, areaCode) || subjects.includes(personId)),
  }));
}

const liveSource = (asOf: string | null): RecordSource => ({
  department: 'medical-insurance',
  catalogueId: enrolments.catalogueId,
  asOf: asOf ?? NO_DATE,
  importedAt: null,
  batchId: null,
});
