import type { DisputeKind } from './district.ts';
import type { PersonRef } from './family.ts';
import type { MatterParty, MatterScale } from './matter.ts';

/** A mediation, with or without a matter at the centre. */
export interface MediationFacts {
  number: string;
  matterNumber: string | null;
  kind: DisputeKind;
  scale: MatterScale;
  /** Index into `world.mediationOrganizations`. */
  organization: number;
  /** Indexes into `world.mediators`. */
  mediators: readonly number[];
  parties: readonly MediationParty[];
  village: number;
  areaCode: string;
  acceptedAt: string;
  concludedAt: string | null;
  status: 'ACCEPTED' | 'IN_PROGRESS' | 'AGREED' | 'FAILED' | 'WITHDRAWN';
  /** May name people. */
  summary: string;
  agreement: Agreement | null;
}

export interface MediationParty extends Omit<MatterParty, 'role'> {
  role: 'APPLICANT' | 'RESPONDENT';
}

export interface Agreement {
  form: 'WRITTEN' | 'ORAL';
  signedOn: string;
  /** Yuan, two decimals. */
  amount: string | null;
  performed: boolean | null;
  confirmation: {
    status: 'NOT_APPLIED' | 'APPLIED' | 'CONFIRMED' | 'REFUSED' | 'LAPSED';
    appliedOn: string | null;
    /** 30 days after signing. */
    deadline: string;
  } | null;
}

/** Legal aid that a person asked for. */
export interface LegalAidFacts {
  number: string;
  person: PersonRef;
  matter: DisputeKind;
  status: 'APPLIED' | 'APPROVED' | 'REFUSED' | 'IN_PROGRESS' | 'CLOSED';
  appliedOn: string;
  decidedOn: string | null;
  dueOn: string;
  meansTestExempt: boolean;
}
