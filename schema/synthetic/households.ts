import { dayText } from './calendar.ts';
import type { Village } from './district.ts';
import type { DistrictMap } from './district-map.ts';
import type { Dwelling, Household, Membership } from './family.ts';
import type { FamilyDraft } from './family-draft.ts';
import { gridAt } from './grids.ts';
import { relationToHead } from './kinship.ts';
import { randomAt } from './random.ts';

/** Numbers and dwellings kept free for each family: no two families can meet in one. */
const PER_FAMILY = 8;
const MOVED_SHARE = 0.08;
const MERGED_SHARE = 0.05;

/** Where everybody is registered and lives, and since when. */
export interface Settlement {
  registered: Household[];
  resident: Household[];
  memberships: Membership[][];
}

const number = (first: '8' | '9', family: number, part: number): string =>
  first + String(family * PER_FAMILY + part).padStart(8, '0');

function dwellingIn(map: DistrictMap, village: Village, family: number, part: number): Dwelling {
  const serial = family * PER_FAMILY + part;
  const position = village.familyCount ? Math.max(0, family - village.firstFamily) / village.familyCount : 0;
  const random = randomAt(map.seed, 'dwelling', serial);
  // Who comes from another village may live anywhere in this one.
  const grid = gridAt(map.grids, village, position < 1 && family >= village.firstFamily ? position : random.next());
  const house = 1 + (serial % 280);
  const address = village.urban
    ? `${village.townName}${village.name}${house}号${1 + random.below(30)}幢${1 + random.below(4)}单元${1 + random.below(17)}0${1 + random.below(4)}室`
    : `${village.townName}${village.name}${house}号`;
  return {
    addressCode: village.code + String(serial).padStart(7, '0'),
    address,
    areaCode: village.code,
    village: village.index,
    grid,
  };
}

/** Turns the draft's groups into households with dwellings, and writes everybody's history of memberships. */
export function settleHouseholds(map: DistrictMap, draft: FamilyDraft, family: number, home: Village): Settlement {
  const { people, random, asOfDay } = draft;
  const memberships: Membership[][] = people.map(() => []);
  const registered: Household[] = [];
  const resident: Household[] = [];
  const homeDwelling = dwellingIn(map, home, family, 0);
  const alive = (member: number): boolean => people[member]?.status === 'ALIVE';
  const join = (member: number, membership: Membership): void => {
    const { endedDay, birthDay } = draft.at(member);
    const end = endedDay === null ? null : dayText(endedDay);
    const from = membership.from < dayText(birthDay) ? dayText(birthDay) : membership.from;
    const to = membership.to ?? end;
    if (to === null || from < to) memberships[member]?.push({ ...membership, from, to });
  };
  const weddingOf = (member: number): number | undefined =>
    draft.marriages.find(({ spouses }) => spouses.includes(member))?.day;

  for (const [part, members] of draft.registered.entries()) {
    const head = members.find(alive) ?? null;
    const chief = head ?? (members[0] as number);
    const split = part > 0 && draft.at(chief).father !== null;
    const splitDay = Math.max(weddingOf(chief) ?? 0, draft.at(chief).birthDay + 18 * 366) + random.below(2000);
    const start = split && splitDay < asOfDay ? splitDay : 0;
    const own = number('8', family, part);
    for (const member of members) {
      const wedding = weddingOf(member);
      const bornHere = draft.at(member).father !== null || wedding === undefined;
      const relation = relationToHead(people, chief, member);
      const isSpouse = relation.startsWith('1') || relation.endsWith('8');
      const entered = bornHere || !isSpouse ? draft.at(member).birthDay : (wedding ?? 0);
      if (start > entered) {
        const before = relationToHead(people, draft.registered[0]?.[0] ?? chief, member);
        join(member, {
          basis: 'REGISTERED',
          householdNumber: number('8', family, 0),
          relation: before,
          from: dayText(entered),
          to: dayText(start),
          reason: bornHere ? 'BIRTH' : 'MARRIAGE',
        });
      }
      const reason = start > entered ? 'SPLIT' : bornHere || !isSpouse ? 'BIRTH' : 'MARRIAGE';
      join(member, {
        basis: 'REGISTERED',
        householdNumber: own,
        relation,
        from: dayText(Math.max(start, entered)),
        to: null,
        reason,
      });
    }
    registered.push({
      number: own,
      basis: 'REGISTERED',
      current: head !== null,
      head,
      members: members.filter(alive),
      dwelling: homeDwelling,
    });
  }
  mergeHouseholds(draft, family, registered, memberships, homeDwelling);

  for (const [part, { members, place }] of draft.residences.entries()) {
    const present = members.filter(alive);
    const head = present[0];
    if (head === undefined) continue;
    const others = map.communities;
    const town = place === 'TOWN' ? (others[random.below(others.length)] as Village) : home;
    const village =
      place === 'TOWN' && town.index === home.index
        ? (others[(others.indexOf(town) + 1) % others.length] as Village)
        : town;
    const dwelling = place === 'HOME' && part === 0 ? homeDwelling : dwellingIn(map, village, family, 1 + part);
    const own = number('9', family, part);
    const migrant = draft.at(head).registration === 'FLOATING';
    const since = asOfDay - (migrant ? random.between(40, 2500) : random.between(200, 9000));
    const moved = random.chance(MOVED_SHARE);
    const earlier = moved
      ? dwellingIn(map, map.villages[random.below(map.villages.length)] as Village, family, 5 + part)
      : null;
    for (const member of present) {
      const relation = relationToHead(people, head, member);
      const entered = Math.max(since, draft.at(member).birthDay);
      if (earlier && draft.at(member).birthDay < since - 400) {
        join(member, {
          basis: 'RESIDENT',
          householdNumber: number('9', family, 5 + part),
          relation,
          from: dayText(since - 400),
          to: dayText(since),
          reason: 'MOVE',
        });
      }
      join(member, {
        basis: 'RESIDENT',
        householdNumber: own,
        relation,
        from: dayText(entered),
        to: null,
        reason: entered > since ? 'BIRTH' : migrant ? 'ARRIVAL' : 'MOVE',
      });
    }
    resident.push({ number: own, basis: 'RESIDENT', current: true, head, members: present, dwelling });
    if (earlier)
      resident.push({
        number: number('9', family, 5 + part),
        basis: 'RESIDENT',
        current: false,
        head: null,
        members: [],
        dwelling: earlier,
      });
  }
  return { registered, resident, memberships };
}

/** Now and then a parent's own household was merged into the one of the family. */
function mergeHouseholds(
  draft: FamilyDraft,
  family: number,
  registered: Household[],
  memberships: Membership[][],
  dwelling: Dwelling,
): void {
  const into = registered[0];
  const { random } = draft;
  if (!into || into.members.length < 4 || !random.chance(MERGED_SHARE)) return;
  const elder = into.members.find((member) => draft.ageOf(member) >= 60);
  const stay =
    elder === undefined
      ? undefined
      : memberships[elder]?.find(({ basis, to }) => basis === 'REGISTERED' && to === null);
  if (elder === undefined || !stay) return;
  const merged = dayText(draft.asOfDay - random.between(100, 3000));
  if (merged <= stay.from) return;
  const before = number('8', family, 7);
  memberships[elder]?.unshift({ ...stay, householdNumber: before, relation: '02', to: merged });
  stay.from = merged;
  stay.reason = 'MERGE';
  registered.push({ number: before, basis: 'REGISTERED', current: false, head: null, members: [], dwelling });
}
