import { dayText, firstDayOf } from './calendar.ts';
import type { DistrictMap } from './district-map.ts';
import { randomAt } from './random.ts';

const SPAN_DAYS = 365;

/** When matter number `index` was accepted, in minutes: later matters later, over the year before asOf. */
export function acceptedAt(map: DistrictMap, index: number): number {
  const moment = randomAt(map.seed, 'accepted', index).next();
  const days = ((index + moment) / map.matters) * SPAN_DAYS;
  const whole = Math.floor(days);
  return Math.floor((map.asOfDay - SPAN_DAYS + whole) * 1440 + wakingMinutes(days - whole));
}

/** Bends a share of the day so that eight matters in ten come from 7:30 to 19:30; order is kept. */
function wakingMinutes(share: number): number {
  const [rise, rest, night] = [450, 1170, 0.1];
  if (share < night) return (share / night) * rise;
  if (share < 1 - night) return rise + ((share - night) / (1 - 2 * night)) * (rest - rise);
  return rest + ((share - 1 + night) / night) * (1440 - rest);
}

/** The number of a matter: `QJ-<year>-<serial within the year>`. */
export function matterNumber(map: DistrictMap, index: number): string {
  const year = Number(dayText(Math.floor(acceptedAt(map, index) / 1440)).slice(0, 4));
  return `QJ-${year}-${String(index - firstIndexOf(map, year) + 1).padStart(6, '0')}`;
}

function firstIndexOf(map: DistrictMap, year: number): number {
  const start = firstDayOf(year) * 1440;
  const guess = Math.floor(((firstDayOf(year) - map.asOfDay + SPAN_DAYS) / SPAN_DAYS) * map.matters);
  let index = Math.max(0, guess - 1);
  while (index < map.matters && acceptedAt(map, index) < start) index++;
  return index;
}
