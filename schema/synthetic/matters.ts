import { dayText, instantText } from './calendar.ts';
import { dispatchUnits } from './dispatches.ts';
import type { GovernanceLevel, Village } from './district.ts';
import { PROPERTY_COMPANY_EVERY } from './employers.ts';
import { gridAt } from './grids.ts';
import { incidentNumber, report } from './incidents.ts';
import { acceptedAt, matterNumber } from './matter-clock.ts';
import { runCourse } from './matter-course.ts';
import { channelsOf, type MatterKind, matterKinds } from './matter-kinds.ts';
import { commentOn, describe, summarise } from './matter-texts.ts';
import { mediate } from './mediations.ts';
import type {
  ExternalReference,
  IntakeChannel,
  LegalAidFacts,
  Matter,
  MatterFollowUp,
  MatterOutcome,
  MatterParty,
} from './matter.ts';
import { plantShapes } from './planted-families.ts';
import { type Random, randomAt } from './random.ts';
import { RESPONSE_TOWN } from './organizations.ts';
import type { WorldCore } from './world-core.ts';

const DAY = 1440;
/** Every so manieth matter may be a duplicate that was merged into one shortly before it. */
const MERGE_EVERY = 83;
const supportKind = matterKinds.find(({ category }) => category === 'comprehensive-support') as MatterKind;
const kinds = matterKinds.map((kind) => [kind, kind.weight] as const);

/** The matter of the everything-family at this position: spread over the second half of the year. */
export function plantedMatter(core: WorldCore, position: number): number {
  const { length } = core.plants.everything;
  return Math.floor(core.map.matters * (0.5 + (0.42 * (position + 0.5)) / length));
}

function plantedFamily(core: WorldCore, index: number): number | undefined {
  const { everything } = core.plants;
  const position = Math.floor(((index + 1) / core.map.matters - 0.5) * (everything.length / 0.42));
  for (const near of [position - 1, position, position + 1]) {
    if (near >= 0 && near < everything.length && plantedMatter(core, near) === index) return everything[near];
  }
  return undefined;
}

function drawParties(
  core: WorldCore,
  kind: MatterKind,
  village: number,
  channel: IntakeChannel,
  random: Random,
): MatterParty[] {
  const parties = [core.personParty(village, 'APPLICANT', random)];
  if (kind.respondent === 'person') parties.push(core.personParty(village, 'RESPONDENT', random));
  if (kind.respondent === 'employer' || kind.respondent === 'property-company') {
    const { length } = core.map.employers;
    const index =
      kind.respondent === 'employer'
        ? random.below(length)
        : random.below(Math.floor(length / PROPERTY_COMPANY_EVERY)) * PROPERTY_COMPANY_EVERY;
    parties.push({ role: 'RESPONDENT', person: null, organization: { register: 'employer', index }, unlinked: null });
  }
  if (kind.category === 'emergency-rescue') parties[0] = { ...(parties[0] as MatterParty), role: 'SUBJECT' };
  if (channel === 'GRID_REPORT' || channel === 'VOLUNTEER_REPORT') {
    if (random.chance(0.4)) parties.push(core.personParty(village, 'REPORTER', random));
  }
  // The same adult may be drawn twice: nobody quarrels with themselves.
  return parties.filter(
    ({ person }, at) =>
      !person ||
      parties.findIndex((other) => other.person?.family === person.family && other.person.person === person.person) ===
        at,
  );
}

/** Who owes the next step at a level. */
function holders(
  core: WorldCore,
  kind: MatterKind,
  village: Village,
  random: Random,
): (level: GovernanceLevel) => number {
  const at = (code: string): number => core.map.organizationByCode.get(code) ?? 0;
  const board =
    kind.category === 'worker-appeal'
      ? 'SOCIAL_WORK'
      : kind.category === 'emergency-rescue'
        ? 'EMERGENCY_COMMAND'
        : 'DISPUTE_MEDIATION';
  const draw = random.next();
  return (level) => {
    if (level === 'COUNTY') return draw < 0.3 ? at('CENTER') : at(`DEPT-${kind.department}`);
    if (level === 'TOWN')
      return draw < 0.7
        ? at(`BOARD-${village.townCode}-${board}`)
        : at(`${draw < 0.85 ? 'POLICE' : 'MEDIATION'}-${village.townCode}`);
    return at(`VILLAGE-${village.code}`);
  };
}

function referencesOf(channel: IntakeChannel, accepted: number, index: number): ExternalReference[] {
  const day = dayText(Math.floor(accepted / DAY)).replaceAll('-', '');
  const serial = String(index).padStart(6, '0');
  if (channel === 'TRANSFER_110') return [{ system: '110', number: incidentNumber(accepted - 60, `9${serial}`) }];
  if (channel === 'TRANSFER_12345') return [{ system: '12345', number: `QZ12345${day}${serial}` }];
  if (channel === 'COURT') return [{ system: 'court', number: `(${day.slice(0, 4)})浙0898诉前调${serial}号` }];
  return index % 41 === 0 ? [{ system: 'petition', number: `XF${day}${serial}` }] : [];
}

/** Matter number `index`, with all that was done about it up to asOf. */
export function makeMatter(core: WorldCore, index: number): Matter {
  const { map } = core;
  const random = randomAt(map.seed, 'matter', index);
  const planted = plantedFamily(core, index);
  const kind = planted === undefined ? random.weighted(kinds) : supportKind;
  const village = map.villages[
    planted === undefined ? drawVillage(core, random) : core.family(planted).village
  ] as Village;
  const channel =
    planted === undefined
      ? random.weighted(channelsOf(kind.category, village.townCode === RESPONSE_TOWN))
      : 'SERVICE_WINDOW';
  const accepted = acceptedAt(map, index);
  const number = matterNumber(map, index);
  const parties: MatterParty[] =
    planted === undefined
      ? drawParties(core, kind, village.index, channel, random)
      : [
          {
            role: 'APPLICANT',
            person: { family: planted, person: plantShapes.everything.person },
            organization: null,
            unlinked: null,
          },
        ];
  const people = core.mentionable(parties);
  const mergesInto =
    planted === undefined && index % MERGE_EVERY === MERGE_EVERY - 1
      ? index - random.between(1, Math.min(30, index))
      : null;
  const drawnHolder = holders(core, kind, village, random);
  const level: GovernanceLevel =
    planted === undefined
      ? random.weighted([
          ['GRID', 26],
          ['VILLAGE', 26],
          ['TOWN', 31],
          ['COUNTY', 17],
        ] as const)
      : 'COUNTY';
  const quick =
    kind.category === 'worker-appeal' || kind.category === 'policy-advice' || kind.category === 'emergency-rescue';
  const course = runCourse(
    {
      acceptedAt: accepted,
      asOf: map.asOfDay * DAY,
      dueDays: kind.dueDays,
      pace:
        planted !== undefined
          ? 60
          : quick
            ? 0.15 + 0.7 * random.next()
            : random.weighted([
                [0.3, 34],
                [0.8, 30],
                [2.5, 16],
                [24, 20],
              ] as const),
      level,
      holderAt: planted === undefined ? drawnHolder : () => 0,
      door: level === 'COUNTY' ? 0 : drawnHolder(level),
      people,
      ends:
        mergesInto !== null && planted === undefined
          ? 'MERGED'
          : planted === undefined && random.chance(0.02)
            ? 'WITHDRAWN'
            : 'RESOLVED',
      straight: planted !== undefined,
    },
    random,
  );
  const live = course.status !== 'CLOSED' && course.status !== 'WITHDRAWN' && course.status !== 'MERGED';
  const resolved = course.resolvedAt !== null;
  const scale = random.weighted([
    ['INDIVIDUAL', 93],
    ['GENERAL_GROUP', 6],
    ['MAJOR_GROUP', 1],
  ] as const);
  const mediated =
    course.status !== 'MERGED' &&
    course.status !== 'ACCEPTED' &&
    (planted !== undefined || random.below(100) < kind.mediated);
  const mediationAt = accepted + 30 + random.below(2 * DAY);
  const concludedAt = course.resolvedAt ?? (course.status === 'WITHDRAWN' ? mediationAt + DAY : null);
  const incident = channel === 'TRANSFER_110';
  return {
    index,
    number,
    category: kind.category,
    channel,
    service: kind.service,
    scale,
    village: village.index,
    areaCode: village.code,
    grid: gridAt(map.grids, village, random.next()),
    title: `${village.townName}${village.name}${kind.titleZh}`,
    description: describe(random, kind.category, village.name, people),
    parties,
    references: referencesOf(channel, accepted, index),
    events: course.events,
    status: course.status,
    live,
    level: course.level,
    resolvedAtLevel: course.resolvedAtLevel,
    holder: course.holder,
    tier:
      kind.category === 'worker-appeal'
        ? course.supervised
          ? 'SUPERVISE'
          : course.status === 'ACCEPTED'
            ? 'LEAD'
            : 'IMPLEMENT'
        : null,
    acceptedAt: instantText(accepted),
    acceptedBy: course.events[0]?.by ?? '',
    dueAt: instantText(accepted + kind.dueDays * DAY),
    resolvedAt: resolved ? instantText(course.resolvedAt as number) : null,
    closedAt: course.closedAt === null ? null : instantText(course.closedAt),
    outcome: resolved ? outcomeOf(kind, random, people) : null,
    followUp: course.followedUpAt === null ? null : followUpOf(course.followedUpAt, parties, random, people),
    mergedInto: course.status === 'MERGED' && mergesInto !== null ? matterNumber(map, mergesInto) : null,
    dispatches: dispatchUnits(map, { number, category: kind.category, channel, village, acceptedAt: accepted }, random),
    mediation:
      mediated && mediationAt < map.asOfDay * DAY
        ? mediate(
            core,
            {
              number: `TJ-${number.slice(3)}`,
              matterNumber: number,
              kind: kind.dispute,
              scale,
              village: village.index,
              parties: parties.filter(({ role }) => role !== 'REPORTER'),
              acceptedAt: mediationAt,
              concludedAt: concludedAt === null ? null : Math.max(mediationAt + 60, concludedAt),
              withdrawn: course.status === 'WITHDRAWN',
            },
            random,
          )
        : null,
    incident:
      incident || planted !== undefined
        ? report(
            core,
            {
              number: incidentNumber(accepted - 60, `9${String(index).padStart(6, '0')}`),
              matterNumber: number,
              kind: kind.incident,
              channel: 'HOTLINE_110',
              outcome: 'TRANSFERRED',
              reportedAt: accepted - 60,
              village: village.index,
              parties,
            },
            random,
          )
        : null,
    legalAid: legalAidOf(core, kind, number, parties, accepted, random),
  };
}

/** Families are numbered village by village, so the village of any family is drawn by population. */
function drawVillage(core: WorldCore, random: Random): number {
  const family = random.below(core.map.families);
  return core.map.villages.findLastIndex(({ firstFamily, familyCount }) => familyCount > 0 && firstFamily <= family);
}

function outcomeOf(kind: MatterKind, random: Random, people: Parameters<typeof summarise>[1]): MatterOutcome {
  const advice = kind.service === 'POLICY_ADVICE';
  return {
    material: advice
      ? 'NOT_APPLICABLE'
      : random.weighted([
          ['FULL', 80],
          ['PARTIAL', 16],
          ['NONE', 4],
        ] as const),
    emotional: random.weighted([
      ['FULL', 76],
      ['PARTIAL', 17],
      ['NONE', 3],
      ['NOT_APPLICABLE', 4],
    ] as const),
    summary: summarise(random, people),
  };
}

function followUpOf(
  at: number,
  parties: readonly MatterParty[],
  random: Random,
  people: Parameters<typeof summarise>[1],
): MatterFollowUp {
  const respondent = parties[0]?.role ?? 'APPLICANT';
  if (!random.chance(0.94))
    return { contactedAt: instantText(at), respondent, reached: false, satisfied: null, score: null, comment: null };
  const satisfied = random.chance(0.968);
  return {
    contactedAt: instantText(at),
    respondent,
    reached: true,
    satisfied,
    score: satisfied ? random.between(4, 5) : random.between(1, 3),
    comment: random.chance(0.5) ? commentOn(random, satisfied, people) : null,
  };
}

function legalAidOf(
  core: WorldCore,
  kind: MatterKind,
  number: string,
  parties: readonly MatterParty[],
  accepted: number,
  random: Random,
): LegalAidFacts | null {
  const person = parties.find(({ person: linked }) => linked !== null)?.person;
  const { asOfDay } = core.map;
  const applied = Math.floor(accepted / DAY) + random.below(20);
  if (
    !person ||
    kind.mediated === 0 ||
    !random.chance(kind.category === 'labour-dispute' ? 0.15 : 0.03) ||
    applied >= asOfDay
  )
    return null;
  const decided = applied + random.between(1, 7);
  const refused = random.chance(0.06);
  const isDecided = decided < asOfDay;
  return {
    number: `FY-${number.slice(3)}`,
    person,
    matter: kind.dispute,
    status: !isDecided
      ? 'APPLIED'
      : refused
        ? 'REFUSED'
        : decided + 10 > asOfDay
          ? 'APPROVED'
          : decided + 90 > asOfDay
            ? 'IN_PROGRESS'
            : 'CLOSED',
    appliedOn: dayText(applied),
    decidedOn: isDecided ? dayText(decided) : null,
    dueOn: dayText(applied + 7),
    meansTestExempt: random.chance(0.35),
  };
}
