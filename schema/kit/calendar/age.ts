import { expectDay } from './day.ts';

/**
 * The age in completed years (周岁) on a day; both are YYYY-MM-DD. Someone born on 29 February completes a year
 * on 1 March where the year has no 29th. Negative before birth.
 */
export function ageOn(birthDate: string, day: string): number {
  expectDay(birthDate);
  expectDay(day);
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
