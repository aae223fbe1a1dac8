import { dayText } from './calendar.ts';
import type { DistrictMap } from './district-map.ts';
import type { DraftPerson } from './family-draft.ts';
import type { Allowance, LifeFacts } from './life.ts';
import type { Random } from './random.ts';

const ADVANCED_AGE = 80;

/** The allowances that the facts of a life entitle to; `poor`: the family has social assistance. */
export function grantAllowances(
  map: DistrictMap,
  person: DraftPerson,
  facts: LifeFacts,
  poor: boolean,
  random: Random,
): Allowance[] {
  if (person.status !== 'ALIVE' || person.registration !== 'REGISTERED') return [];
  const granted: Allowance[] = [];
  const grant = (kind: Allowance['kind'], since: number, yuan: number): void => {
    const stopped = random.chance(0.04);
    const from = `${dayText(Math.min(since, map.asOfDay - 40)).slice(0, 8)}01`;
    const to = stopped && random.chance(0.5) ? `${dayText(map.asOfDay - random.between(1, 5)).slice(0, 8)}01` : null;
    granted.push({
      kind,
      from,
      to,
      monthlyAmount: yuan.toFixed(2),
      status: to ? 'ENDED' : stopped ? 'SUSPENDED' : 'ACTIVE',
    });
  };
  const eightieth = person.birthDay + Math.ceil(ADVANCED_AGE * 365.25) + 1;
  if (eightieth < map.asOfDay - 40 && random.chance(0.95)) grant('ADVANCED_AGE', eightieth, 60);
  if (facts.disability && poor) grant('DISABILITY_LIVING', map.asOfDay - random.between(60, 2000), 341);
  if (facts.disability && facts.disability.grade <= 2) {
    grant('DISABILITY_NURSING', map.asOfDay - random.between(60, 2000), facts.disability.grade === 1 ? 330 : 165);
  }
  if (facts.orphan) grant('ORPHAN', map.asOfDay - random.between(60, 500), 1900);
  return granted;
}
