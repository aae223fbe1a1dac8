const COMPOUND_SURNAMES = ['欧阳', '上官', '诸葛', '司马', '司徒', '端木'];

/** A name as citizens' names are shown: the surname, and a star or two for the rest, so that long names stay hidden. */
export function maskedName(name: string): string {
  const surname =
    COMPOUND_SURNAMES.find((compound) => name.length > 2 && name.startsWith(compound)) ?? name.slice(0, 1);
  return surname + '*'.repeat(Math.min(2, name.length - surname.length));
}

/** An ID number as it is shown: its first six and its last two characters. */
export const maskedIdNumber = (number: string): string =>
  `${number.slice(0, 6)}${'*'.repeat(number.length - 8)}${number.slice(-2)}`;

const BANDS = [
  [6, '0-5'],
  [14, '6-13'],
  [18, '14-17'],
  [35, '18-34'],
  [50, '35-49'],
  [60, '50-59'],
  [65, '60-64'],
  [70, '65-69'],
  [80, '70-79'],
  [90, '80-89'],
  [Number.POSITIVE_INFINITY, '90+'],
] as const;

/** The published band of the age of somebody born on this day, on the day (both YYYY-MM-DD). */
export function bandOn(birthDate: string, day: string): string {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  const age = day.slice(5) < birthDate.slice(5) ? years - 1 : years;
  return BANDS.find(([below]) => age < below)?.[1] as string;
}

/** Today in China, YYYY-MM-DD. */
export const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
