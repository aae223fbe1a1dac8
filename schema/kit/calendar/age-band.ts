import { ageOn } from './age.ts';

/** One published age band: its label, and the first age (completed years) that lies above it. */
export interface AgeBand {
  readonly label: string;
  readonly below: number;
}

/**
 * The bands in which ages are published, youngest first. They part at 14 (Personal Information Protection Law 28),
 * at majority (18) and at the ages from which pensions and care begin; nobody chooses other bounds.
 */
export const AGE_BANDS: readonly AgeBand[] = [
  { label: '0-5', below: 6 },
  { label: '6-13', below: 14 },
  { label: '14-17', below: 18 },
  { label: '18-34', below: 35 },
  { label: '35-49', below: 50 },
  { label: '50-59', below: 60 },
  { label: '60-64', below: 65 },
  { label: '65-69', below: 70 },
  { label: '70-79', below: 80 },
  { label: '80-89', below: 90 },
  { label: '90+', below: Number.POSITIVE_INFINITY },
];

/**
 * The published band of the age that somebody born on `birthDate` has on `day` (both YYYY-MM-DD).
 */
export function ageBand(birthDate: string, day: string): string {
  const age = ageOn(birthDate, day);
  for (const band of AGE_BANDS) if (age < band.below) return band.label;
  throw new RangeError('Expected an age that is a number of years.');
}
