import { dayNumber, dayText, instantText } from './calendar.ts';
import type { DisputeKind } from './district.ts';
import type { MatterParty, MatterScale } from './matter.ts';
import { matterKinds } from './matter-kinds.ts';
import { noteStep, summarise } from './matter-texts.ts';
import type { Agreement, MediationFacts, MediationParty } from './mediation.ts';
import { type Random, randomAt } from './random.ts';
import type { WorldCore } from './world-core.ts';

const STANDALONE_AT_SCALE_ONE = 9000;
/** Joint application for judicial confirmation: 30 days from the agreement (People's Mediation Law, article 33). */
const CONFIRMATION_DAYS = 30;

/** How many mediations never passed through the centre. */
export function countStandaloneMediations(core: WorldCore): number {
  return Math.max(20, Math.round(STANDALONE_AT_SCALE_ONE * core.map.scale));
}

/** What a mediation is told by the matter it belongs to; instants are minutes. */
export interface MediationCircumstances {
  number: string;
  matterNumber: string | null;
  kind: DisputeKind;
  scale: MatterScale;
  village: number;
  parties: readonly MatterParty[];
  acceptedAt: number;
  /** Null: not concluded by asOf. */
  concludedAt: number | null;
  withdrawn: boolean;
}

/** The body that takes a dispute: an industry's or a team for its own kinds, else the county, the town or the village. */
function chooseOrganization(core: WorldCore, kind: DisputeKind, village: number, random: Random): number {
  const { mediationOrganizations, mediators, villages } = core.map;
  const specialists = mediationOrganizations.filter(({ specialities }) => specialities.includes(kind));
  if (specialists.length > 0 && random.chance(0.45)) return random.pick(specialists).index;
  const place = villages[village];
  const draw = random.next();
  if (draw < 0.1 || !place) return 0;
  const local = draw < 0.45 ? `MED-${place.code}` : `MED-${place.townCode}`;
  const found = mediationOrganizations.find(({ code }) => code === local)?.index ?? 0;
  // In a small world the last villages have no mediator of their own: their town's steps in.
  return found < mediators.length
    ? found
    : (mediationOrganizations.find(({ code }) => code === `MED-${place.townCode}`)?.index ?? 0);
}

function agree(random: Random, kind: DisputeKind, day: number, asOfDay: number): Agreement {
  const written = random.chance(0.72);
  const money = kind !== 'neighbour' && kind !== 'marriage-family' ? random.chance(0.85) : random.chance(0.3);
  const signedOn = dayText(day);
  const deadline = dayText(day + CONFIRMATION_DAYS);
  let confirmation: Agreement['confirmation'] = null;
  if (written && random.chance(0.4)) {
    const applied = day + random.below(28);
    const hasApplied = random.chance(0.7) && applied < asOfDay;
    const decided = applied + 12 < asOfDay;
    const status = hasApplied
      ? decided
        ? random.chance(0.94)
          ? 'CONFIRMED'
          : 'REFUSED'
        : 'APPLIED'
      : day + CONFIRMATION_DAYS < asOfDay
        ? 'LAPSED'
        : 'NOT_APPLIED';
    confirmation = { status, appliedOn: hasApplied ? dayText(applied) : null, deadline };
  }
  return {
    form: written ? 'WRITTEN' : 'ORAL',
    signedOn,
    amount: money ? (random.between(5, 900) * 100).toFixed(2) : null,
    performed: random.chance(0.2) ? null : random.chance(0.93),
    confirmation,
  };
}

/** One mediation under these circumstances. */
export function mediate(core: WorldCore, circumstances: MediationCircumstances, random: Random): MediationFacts {
  const { map } = core;
  const { number, matterNumber, kind, scale, village, acceptedAt, concludedAt, withdrawn } = circumstances;
  const organization = chooseOrganization(core, kind, village, random);
  const seats = Math.max(1, Math.ceil((map.mediators.length - organization) / map.mediationOrganizations.length));
  const seat = random.below(seats);
  const mediators = [organization + seat * map.mediationOrganizations.length];
  if (seats > 1 && random.chance(0.3))
    mediators.push(organization + ((seat + 1) % seats) * map.mediationOrganizations.length);
  const parties = circumstances.parties.map(
    (party): MediationParty => ({ ...party, role: party.role === 'RESPONDENT' ? 'RESPONDENT' : 'APPLICANT' }),
  );
  const concluded = concludedAt !== null && concludedAt < map.asOfDay * 1440;
  const agreed = concluded && !withdrawn && random.chance(0.93);
  return {
    number,
    matterNumber,
    kind,
    scale,
    organization,
    mediators,
    parties,
    village,
    areaCode: map.villages[village]?.code ?? map.areas[0]?.code ?? '',
    acceptedAt: instantText(acceptedAt),
    concludedAt: concluded ? instantText(concludedAt) : null,
    status: concluded
      ? withdrawn
        ? 'WITHDRAWN'
        : agreed
          ? 'AGREED'
          : 'FAILED'
      : random.chance(0.2)
        ? 'ACCEPTED'
        : 'IN_PROGRESS',
    summary: (concluded ? summarise : noteStep)(random, core.mentionable(parties)),
    agreement: agreed ? agree(random, kind, Math.floor(concludedAt / 1440), map.asOfDay) : null,
  };
}

const kinds = matterKinds.filter(({ mediated }) => mediated >= 50);

/** Mediation number `index` of those that never passed through the centre, in order of acceptance. */
export function standaloneMediation(core: WorldCore, index: number): MediationFacts {
  const { map } = core;
  const random = randomAt(map.seed, 'mediation', index);
  const total = countStandaloneMediations(core);
  const start = dayNumber(map.asOf) - 365;
  const acceptedAt = Math.floor((start + ((index + random.next()) / total) * 365) * 1440);
  const kind = random.pick(kinds).dispute;
  const village = random.below(map.villages.length);
  return mediate(
    core,
    {
      number: `TJ-${dayText(Math.floor(acceptedAt / 1440)).slice(0, 4)}-B${String(index + 1).padStart(6, '0')}`,
      matterNumber: null,
      kind,
      scale: random.chance(0.95) ? 'INDIVIDUAL' : 'GENERAL_GROUP',
      village,
      parties: [core.personParty(village, 'APPLICANT', random), core.personParty(village, 'RESPONDENT', random)],
      acceptedAt,
      concludedAt: acceptedAt + random.between(1, 40) * 1440 + random.below(600),
      withdrawn: random.chance(0.02),
    },
    random,
  );
}
