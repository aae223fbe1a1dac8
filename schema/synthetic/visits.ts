import { dayNumber, instantText } from './calendar.ts';
import type { DistrictMap } from './district-map.ts';
import type { Household } from './family.ts';
import { matterNumber } from './matter-clock.ts';
import { findingOf } from './matter-texts.ts';
import { officialName } from './names.ts';
import { plantShapes } from './planted-families.ts';
import { randomAt } from './random.ts';
import { holding } from './villages.ts';
import type { Visit, VisitRole, VisitTeam } from './visit.ts';
import type { WorldCore } from './world-core.ts';

const VISITS_AT_SCALE_ONE = 117_000;
/** Of so many visits one passes a matter on: more than 200 in the whole district. */
const PASSED_ON_EVERY = 500;
const CAMPAIGN = '五个一走访2026春';
const CAMPAIGN_CODE = '2026S';
const CAMPAIGN_FROM = '2026-04-01';
const CAMPAIGN_DAYS = 55;
const roles: readonly VisitRole[] = [
  'TOWN_LEADER',
  'VILLAGE_LIAISON',
  'POLICE',
  'ENFORCEMENT',
  'MARKET_SUPERVISION',
  'GRID_WORKER',
];

/** One 5+1 team a village. */
export function formTeams(map: DistrictMap): VisitTeam[] {
  return map.villages.map(({ index, code, name }) => {
    const random = randomAt(map.seed, 'team', index);
    return {
      code: `VT-${code}-${CAMPAIGN_CODE}`,
      name: `${name}“5+1”走访组`,
      campaign: CAMPAIGN,
      village: index,
      slots: roles.map((role) => ({ role, member: officialName(random) })),
    };
  });
}

/** How many visits the campaign made. */
export function countVisits(map: DistrictMap): number {
  return Math.max(50, Math.round(VISITS_AT_SCALE_ONE * map.scale));
}

const FIRST_PASSED_ON = 7;

/** The one matter that a visit passed on, if it did: one accepted after the campaign began. */
function passedOn(map: DistrictMap, index: number): string[] {
  if (index % PASSED_ON_EVERY !== FIRST_PASSED_ON) return [];
  const share = index / countVisits(map);
  const year = map.matters / 365;
  const campaignStart = map.matters - (map.asOfDay - dayNumber(CAMPAIGN_FROM)) * year;
  const matter = Math.floor(campaignStart + share * CAMPAIGN_DAYS * year + year);
  return matter >= 0 && matter < map.matters ? [matterNumber(map, matter)] : [];
}

/**
 * Visit number `index`: the families in turn, village by village; where a family has no household here, the next one's
 * is visited, so a few households are visited twice.
 */
export function makeVisit(core: WorldCore, index: number): Visit {
  const { map, plants } = core;
  const random = randomAt(map.seed, 'visit', index);
  let family = Math.floor((index * map.families) / countVisits(map));
  const following = Math.floor(((index + 1) * map.families) / countVisits(map));
  if (family + 1 < following && plants.byFamily.get(family + 1) === 'everything') family += 1;
  let household: Household | undefined;
  for (;;) {
    const candidate = core.family(family);
    const plant = plants.byFamily.get(family);
    const homes = candidate.residentHouseholds.filter(({ current }) => current);
    if (homes.length > 0 && (plant === undefined || plant === 'everything')) {
      const shared =
        plant === undefined ? undefined : candidate.people[plantShapes[plant].person]?.residentHouseholdNumber;
      household = homes.find(({ number }) => number === shared) ?? random.pick(homes);
      break;
    }
    family = (family + 1) % map.families;
  }
  const village = holding(map.villages, family);
  const members = household.members.map((member) => core.person({ family, person: member }));
  const minutes = (dayNumber(CAMPAIGN_FROM) + random.below(CAMPAIGN_DAYS)) * 1440 + 8 * 60 + random.below(12 * 60);
  return {
    index,
    number: `ZF-${CAMPAIGN_CODE}-${String(index + 1).padStart(6, '0')}`,
    team: village.index,
    family,
    householdNumber: household.number,
    addressCode: household.dwelling.addressCode,
    at: instantText(minutes),
    findings: random.chance(0.35) ? findingOf(random, members) : null,
    matterNumbers: passedOn(map, index),
  };
}
