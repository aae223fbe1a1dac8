import { instantText } from './calendar.ts';
import { dispatchUnits } from './dispatches.ts';
import type { GovernanceLevel, Village } from './district.ts';
import { gridAt } from './grids.ts';
import { incidentNumber, report } from './incidents.ts';
import type { Matter, MatterParty } from './matter.ts';
import { followUpOf, legalAidOf, outcomeOf } from './matter-aftermath.ts';
import { acceptedAt, matterNumber } from './matter-clock.ts';
import { runCourse } from './matter-course.ts';
import { channelsOf, type MatterKind, matterKinds } from './matter-kinds.ts';
import { drawParties, drawVillage, holders, referencesOf } from './matter-parties.ts';
import { describe } from './matter-texts.ts';
import { mediate } from './mediations.ts';
import { RESPONSE_TOWN } from './organizations.ts';
import { plantShapes } from './planted-families.ts';
import { plantedFamily } from './planted-matters.ts';
import { randomAt } from './random.ts';
import type { WorldCore } from './world-core.ts';

const DAY = 1440;
/** Every so manieth matter may be a duplicate that was merged into one shortly before it. */
const MERGE_EVERY = 83;
const supportKind = matterKinds.find(({ category }) => category === 'comprehensive-support') as MatterKind;
const kinds = matterKinds.map((kind) => [kind, kind.weight] as const);

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
                [24, 30],
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
  const employment =
    planted === undefined ? null : core.family(planted).people[plantShapes.everything.person]?.facts.employment;
  const disputants = employment
    ? [
        ...parties,
        {
          role: 'RESPONDENT',
          person: null,
          organization: { register: 'employer', index: employment.employer },
          unlinked: null,
        } as const,
      ]
    : parties.filter(({ role }) => role !== 'REPORTER');
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
    references: referencesOf(planted === undefined ? channel : 'TRANSFER_110', accepted, index),
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
              kind: employment ? 'labour' : kind.dispute,
              scale,
              village: village.index,
              parties: disputants,
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
