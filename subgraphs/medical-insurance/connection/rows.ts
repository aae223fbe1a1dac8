import { z } from 'zod';
import type { MedicalEnrolmentStatus } from '../../../schema/kit/code-tables/medical-insurance-statuses.ts';
import type { MedicalScheme } from '../../../schema/kit/code-tables/medical-insurance-types.ts';
import type { Sex } from '../../../schema/kit/code-tables/sexes.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const held = { personId: z.uuid(), areaCode: z.string() };
const moment = z.string().nullable();

const enrolment = z.object({
  ...held,
  scheme: z.custom<MedicalScheme>((value) => value === 'EMPLOYEE' || value === 'RESIDENT'),
  status: z.custom<MedicalEnrolmentStatus>((value) => value === 'ACTIVE' || value === 'PAUSED' || value === 'ENDED'),
  statusCode: z.string(),
  from: day,
  pausedOn: day.nullable(),
  placeCode: z.string(),
  subsidised: z.union([z.literal(0), z.literal(1), z.boolean()]).transform(Boolean),
});

const entitlement = z.object({ ...held, diseaseCode: z.string(), from: day, to: day.nullable() });

const record = z.object({
  ...held,
  name: z.string(),
  sex: z.custom<Sex>((value) => ['UNKNOWN', 'MALE', 'FEMALE', 'UNSPECIFIED'].includes(value as string)),
  birthDate: day.nullable(),
});

/** What the system's lookups answer. */
export const answersOf = {
  enrolments: z.object({ asOf: moment, rows: z.array(enrolment) }),
  entitlements: z.object({ asOf: moment, rows: z.array(entitlement) }),
  records: z.object({ asOf: moment, rows: z.array(record) }),
};

/** What it answers to a count. */
export const countedPeople = z.object({
  asOf: moment,
  rows: z.array(
    z.object({
      enrolments: z.array(enrolment.pick({ areaCode: true, scheme: true, status: true })),
      people: z.number().int(),
    }),
  ),
});

/** What it answers to rows that were handed over: the places of those whose key came before. */
export const rowsTaken = z.object({ repeated: z.array(z.number().int()) });

/** What it answers to ids that gave way to others. */
export const rowsRelinked = z.object({ changed: z.number().int() });

/** A row of each lookup. */
export type LookupRows = { [Name in keyof typeof answersOf]: z.infer<(typeof answersOf)[Name]>['rows'][number] };
