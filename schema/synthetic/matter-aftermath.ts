import { dayText, instantText } from './calendar.ts';
import type { MatterFollowUp, MatterOutcome, MatterParty } from './matter.ts';
import type { MatterKind } from './matter-kinds.ts';
import { commentOn, type Mentioned, summarise } from './matter-texts.ts';
import type { LegalAidFacts } from './mediation.ts';
import type { Random } from './random.ts';
import type { WorldCore } from './world-core.ts';

const DAY = 1440;

/** How it ended, in matter and in mind (事心双解). */
export function outcomeOf(kind: MatterKind, random: Random, people: readonly Mentioned[]): MatterOutcome {
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

/** The satisfaction call: 96.8 % of those reached are satisfied. */
export function followUpOf(
  at: number,
  parties: readonly MatterParty[],
  random: Random,
  people: readonly Mentioned[],
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

/** Legal aid that a party applied for, if one did. */
export function legalAidOf(
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
