const DAY = 86_400_000;
const dayTexts: string[] = [];
// Days are counted from 1900-01-01 so that every birth day has an index that is not negative.
const ORIGIN = Date.UTC(1900, 0, 1);

/** The number of a YYYY-MM-DD day, counted from 1900-01-01. */
export function dayNumber(text: string): number {
  return Math.round((Date.parse(`${text}T00:00:00Z`) - ORIGIN) / DAY);
}

/** The YYYY-MM-DD text of a day number (1900 to 2100). */
export function dayText(day: number): string {
  const known = dayTexts[day];
  if (known !== undefined) return known;
  const text = new Date(ORIGIN + day * DAY).toISOString().slice(0, 10);
  dayTexts[day] = text;
  return text;
}

/** The calendar year of a day number. */
export function yearOf(day: number): number {
  return Number(dayText(day).slice(0, 4));
}

/** The day number of the first of January. */
export function firstDayOf(year: number): number {
  return Math.round((Date.UTC(year, 0, 1) - ORIGIN) / DAY);
}

/** Completed years between two day numbers. */
export function yearsBetween(from: number, to: number): number {
  const [start, end] = [dayText(from), dayText(to)];
  const years = Number(end.slice(0, 4)) - Number(start.slice(0, 4));
  return end.slice(5) < start.slice(5) ? years - 1 : years;
}

/** Minutes from 1900-01-01 00:00 of Asia/Shanghai, as an ISO 8601 instant with +08:00; fractions become seconds. */
export function instantText(minutes: number): string {
  const day = Math.floor(minutes / 1440);
  const seconds = Math.floor((minutes - day * 1440) * 60);
  const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`);
  return `${dayText(day)}T${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}+08:00`;
}
