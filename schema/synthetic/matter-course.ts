import { instantText } from './calendar.ts';
import type { GovernanceLevel } from './district.ts';
import type { MatterEvent, MatterEventKind, MatterStatus } from './matter.ts';
import { type Mentioned, noteStep } from './matter-texts.ts';
import { officialName } from './names.ts';
import type { Random } from './random.ts';

/** From which states each step may be taken, and where it leads; null keeps the state. */
export const lawfulSteps: Readonly<
  Record<MatterEventKind, { from: readonly (MatterStatus | null)[]; to: MatterStatus | null }>
> = {
  ACCEPTED: { from: [null], to: 'ACCEPTED' },
  CONFIRMED: { from: ['ACCEPTED'], to: null },
  ASSIGNED: { from: ['ACCEPTED', 'RETURNED'], to: 'ASSIGNED' },
  STARTED: { from: ['ASSIGNED', 'REOPENED'], to: 'IN_PROGRESS' },
  PROGRESSED: { from: ['IN_PROGRESS'], to: null },
  TRANSFERRED: { from: ['ASSIGNED', 'IN_PROGRESS'], to: 'ASSIGNED' },
  ESCALATED: { from: ['ASSIGNED', 'IN_PROGRESS'], to: 'ASSIGNED' },
  RETURNED: { from: ['ASSIGNED'], to: 'RETURNED' },
  SUPERVISED: { from: ['ASSIGNED', 'IN_PROGRESS', 'RETURNED', 'REOPENED'], to: null },
  RESOLVED: { from: ['IN_PROGRESS'], to: 'RESOLVED' },
  FEEDBACK: { from: ['RESOLVED'], to: 'FEEDBACK_GIVEN' },
  FOLLOWED_UP: { from: ['FEEDBACK_GIVEN'], to: null },
  CLOSED: { from: ['FEEDBACK_GIVEN'], to: 'CLOSED' },
  REOPENED: { from: ['CLOSED'], to: 'REOPENED' },
  WITHDRAWN: { from: ['ACCEPTED', 'ASSIGNED', 'IN_PROGRESS', 'RETURNED'], to: 'WITHDRAWN' },
  MERGED: { from: ['ACCEPTED', 'ASSIGNED'], to: 'MERGED' },
};

/** What a course depends on; instants are minutes of the calendar. */
export interface CourseOptions {
  acceptedAt: number;
  asOf: number;
  dueDays: number;
  /** How many times the due days it takes. */
  pace: number;
  level: GovernanceLevel;
  /** Who owes the next step at each level. */
  holderAt: (level: GovernanceLevel) => number;
  /** Who takes it in. */
  door: number;
  people: readonly Mentioned[];
  /** MERGED or WITHDRAWN instead of an end of its own. */
  ends: 'RESOLVED' | 'WITHDRAWN' | 'MERGED';
  /** Took no detour: neither returned, transferred, escalated nor reopened. */
  straight: boolean;
}

/** The events up to asOf, and where they leave the matter. */
export interface Course {
  events: MatterEvent[];
  status: MatterStatus;
  level: GovernanceLevel;
  resolvedAtLevel: GovernanceLevel | null;
  holder: number;
  supervised: boolean;
  resolvedAt: number | null;
  closedAt: number | null;
  followedUpAt: number | null;
}

const above: Readonly<Record<GovernanceLevel, GovernanceLevel>> = {
  GRID: 'VILLAGE',
  VILLAGE: 'TOWN',
  TOWN: 'COUNTY',
  COUNTY: 'COUNTY',
};
const HOUR = 60;
const DAY = 1440;

/** Walks a matter through its lawful steps until it ends or asOf comes. */
export function runCourse(options: CourseOptions, random: Random): Course {
  const { asOf, dueDays, pace, holderAt, people, ends, straight } = options;
  const course: Course = {
    events: [],
    status: 'ACCEPTED',
    level: options.level,
    resolvedAtLevel: null,
    holder: options.door,
    supervised: false,
    resolvedAt: null,
    closedAt: null,
    followedUpAt: null,
  };
  let now = options.acceptedAt;
  let handler = officialName(random);
  const dueAt = options.acceptedAt + dueDays * DAY;

  /** Takes the step after so many minutes; false once asOf is past. */
  const take = (kind: MatterEventKind, after: number, note = random.chance(0.5)): boolean => {
    const from = course.events.length === 0 ? null : course.status;
    const step = lawfulSteps[kind];
    if (!step.from.includes(from)) throw new Error(`matter course: ${kind} is not lawful from ${from}`);
    now += after;
    if (now >= asOf) return false;
    course.status = step.to ?? course.status;
    course.events.push({
      kind,
      at: instantText(now),
      by: kind === 'SUPERVISED' ? officialName(random) : handler,
      organization: course.holder,
      from,
      to: course.status,
      legalGround:
        kind === 'ACCEPTED' || kind === 'RESOLVED' ? (random.chance(0.6) ? 'people-mediation-law' : null) : null,
      note: note ? noteStep(random, people) : null,
    });
    return true;
  };
  const assign = (kind: 'ASSIGNED' | 'TRANSFERRED' | 'ESCALATED', after: number): boolean => {
    if (!take(kind, after)) return false;
    course.holder = holderAt(course.level);
    handler = officialName(random);
    return true;
  };
  const work = dueDays * DAY * pace;

  const open = (): boolean => {
    if (!take('ACCEPTED', 0, false)) return false;
    if (random.chance(0.85) || straight) {
      // Confirming takes a second officer.
      const acceptor = handler;
      while (handler === acceptor) handler = officialName(random);
      if (!take('CONFIRMED', 5 + random.below(4 * HOUR), false)) return false;
    }
    if (ends === 'MERGED') return take('MERGED', 10 + random.below(DAY), true) && false;
    if (!assign('ASSIGNED', 10 + random.below(DAY))) return false;
    if (!straight && random.chance(0.06)) {
      if (!take('RETURNED', HOUR + random.below(DAY), true) || !assign('ASSIGNED', HOUR + random.below(DAY)))
        return false;
    }
    return take('STARTED', 30 + random.below(DAY));
  };
  const handle = (): boolean => {
    const rounds = random.between(0, 3);
    for (let round = 0; round < rounds; round++) {
      if (!take('PROGRESSED', (work * (0.5 + random.next())) / 6, true)) return false;
    }
    if (!straight && course.level !== 'COUNTY' && random.chance(0.08)) {
      const raised = above[course.level];
      if (now + work / 8 < asOf) course.level = raised;
      if (!assign('ESCALATED', work / 8) || !take('STARTED', HOUR + random.below(DAY))) return false;
    } else if (!straight && random.chance(0.05)) {
      if (!assign('TRANSFERRED', work / 8) || !take('STARTED', HOUR + random.below(DAY))) return false;
    }
    if (ends === 'WITHDRAWN') return take('WITHDRAWN', work / 6, true) && false;
    if (now + work / 3 > dueAt && random.chance(0.35)) {
      if (!take('SUPERVISED', Math.max(HOUR, dueAt - now), true)) return false;
      course.supervised = true;
    }
    if (!take('RESOLVED', work / 3 + HOUR)) return false;
    course.resolvedAt = now;
    course.resolvedAtLevel = course.level;
    return true;
  };
  const finish = (): boolean => {
    if (!take('FEEDBACK', HOUR + random.below(DAY))) return false;
    if (random.chance(0.9)) {
      if (!take('FOLLOWED_UP', HOUR + random.below(3 * DAY), false)) return false;
      course.followedUpAt = now;
    }
    if (!take('CLOSED', HOUR + random.below(DAY), false)) return false;
    course.closedAt = now;
    return true;
  };

  if (!open() || !handle() || !finish() || straight || !random.chance(0.015)) return course;
  if (!take('REOPENED', DAY + random.below(20 * DAY), true)) return course;
  course.closedAt = null;
  course.resolvedAt = null;
  course.resolvedAtLevel = null;
  if (!take('STARTED', HOUR + random.below(DAY)) || !take('RESOLVED', work / 3 + HOUR)) return course;
  course.resolvedAt = now;
  course.resolvedAtLevel = course.level;
  finish();
  return course;
}
