import type { GovernanceLevel } from './district.ts';
import type { PersonRef } from './family.ts';
import type { IncidentFacts } from './incident.ts';
import type { LegalAidFacts, MediationFacts } from './mediation.ts';

export type MatterCategory =
  | 'neighbour-dispute'
  | 'family-dispute'
  | 'labour-dispute'
  | 'property-management'
  | 'lending'
  | 'traffic-accident'
  | 'land-resources'
  | 'comprehensive-support'
  | 'policy-advice'
  | 'emergency-rescue'
  | 'consumer-dispute'
  | 'worker-appeal';
export type IntakeChannel =
  | 'SERVICE_WINDOW'
  | 'HOTLINE'
  | 'ONLINE'
  | 'GRID_REPORT'
  | 'CITY_CENTER_1890'
  | 'WORKER_APPEAL'
  | 'VOLUNTEER_REPORT'
  | 'HOUSEHOLD_VISIT'
  | 'FORUM'
  | 'TRANSFER_110'
  | 'TRANSFER_12345'
  | 'COURT';
export type ServiceKind = 'DISPUTE_MEDIATION' | 'EMERGENCY_RESCUE' | 'GOVERNMENT_SERVICE' | 'POLICY_ADVICE';
export type MatterStatus =
  | 'ACCEPTED'
  | 'ASSIGNED'
  | 'IN_PROGRESS'
  | 'RETURNED'
  | 'RESOLVED'
  | 'FEEDBACK_GIVEN'
  | 'CLOSED'
  | 'REOPENED'
  | 'WITHDRAWN'
  | 'MERGED';
export type MatterScale = 'INDIVIDUAL' | 'GENERAL_GROUP' | 'MAJOR_GROUP';
export type PartyRole = 'APPLICANT' | 'RESPONDENT' | 'REPORTER' | 'SUBJECT';
export type HandlingTier = 'LEAD' | 'IMPLEMENT' | 'SUPERVISE';
export type OutcomeGrade = 'FULL' | 'PARTIAL' | 'NONE' | 'NOT_APPLICABLE';
export type MatterEventKind =
  | 'ACCEPTED'
  | 'CONFIRMED'
  | 'ASSIGNED'
  | 'STARTED'
  | 'PROGRESSED'
  | 'TRANSFERRED'
  | 'ESCALATED'
  | 'RETURNED'
  | 'SUPERVISED'
  | 'RESOLVED'
  | 'FEEDBACK'
  | 'FOLLOWED_UP'
  | 'CLOSED'
  | 'REOPENED'
  | 'WITHDRAWN'
  | 'MERGED';

/** One governance matter and everything that happened in it. Instants are ISO 8601 with +08:00. */
export interface Matter {
  index: number;
  /** `QJ-<year>-<six digits>`, in order of acceptance. */
  number: string;
  category: MatterCategory;
  channel: IntakeChannel;
  service: ServiceKind;
  scale: MatterScale;
  village: number;
  areaCode: string;
  /** Index into `world.grids`. */
  grid: number;
  /** Category and place; never a name. */
  title: string;
  /** May name people and phones. */
  description: string;
  parties: readonly MatterParty[];
  references: readonly ExternalReference[];
  events: readonly MatterEvent[];
  status: MatterStatus;
  /** Not CLOSED, WITHDRAWN or MERGED at `world.asOf`. */
  live: boolean;
  level: GovernanceLevel;
  resolvedAtLevel: GovernanceLevel | null;
  /** Index into `world.organizations`. */
  holder: number;
  tier: HandlingTier | null;
  acceptedAt: string;
  /** Name of the officer who accepted it. */
  acceptedBy: string;
  dueAt: string;
  resolvedAt: string | null;
  closedAt: string | null;
  outcome: MatterOutcome | null;
  followUp: MatterFollowUp | null;
  /** Number of the matter it was merged into. */
  mergedInto: string | null;
  dispatches: readonly Dispatch[];
  mediation: MediationFacts | null;
  incident: IncidentFacts | null;
  legalAid: LegalAidFacts | null;
}

/** Exactly one of person, organization and unlinked is set. */
export interface MatterParty {
  role: PartyRole;
  person: PersonRef | null;
  /** Index into `world.organizations` or, for an employer, `world.employers`. */
  organization: { register: 'organization' | 'employer'; index: number } | null;
  /** A person without a usable ID number: all that is known. */
  unlinked: { name: string; phone: string | null } | null;
}

export interface ExternalReference {
  /** `110`, `12345`, `court` or `petition`. */
  system: string;
  number: string;
}

export interface MatterEvent {
  kind: MatterEventKind;
  at: string;
  by: string;
  organization: number;
  from: MatterStatus | null;
  to: MatterStatus;
  legalGround: string | null;
  note: string | null;
}

export interface MatterOutcome {
  material: OutcomeGrade;
  emotional: OutcomeGrade;
  summary: string;
}

export interface MatterFollowUp {
  contactedAt: string;
  respondent: PartyRole;
  reached: boolean;
  satisfied: boolean | null;
  /** 1 to 5. */
  score: number | null;
  comment: string | null;
}

/** RESPONSE owes 1 minute to receive, 3 to contact, 10 to arrive; a POINT_ORDER owes nothing but an answer. */
export interface Dispatch {
  number: string;
  kind: 'RESPONSE' | 'POINT_ORDER';
  /** Index into `world.organizations`. */
  unit: number;
  issuedAt: string;
  receivedAt: string | null;
  contactedAt: string | null;
  arrivedAt: string | null;
  breaches: readonly ('RECEIVE' | 'CONTACT' | 'ARRIVE')[];
}
