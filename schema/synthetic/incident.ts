import type { MatterParty } from './matter.ts';

export type IncidentKind = 'DISPUTE' | 'TRAFFIC' | 'HELP' | 'PUBLIC_ORDER' | 'FRAUD' | 'THEFT' | 'DOMESTIC' | 'NOISE';

/** A police incident (警情), with or without a matter at the centre. */
export interface IncidentFacts {
  number: string;
  matterNumber: string | null;
  kind: IncidentKind;
  /** 1 (gravest) to 4. */
  level: number;
  channel: 'HOTLINE_110' | 'WALK_IN' | 'PATROL' | 'TRANSFER' | 'ONLINE';
  reportedAt: string;
  dispatchedAt: string | null;
  arrivedAt: string | null;
  village: number;
  areaCode: string;
  /** May name people. */
  summary: string;
  outcome:
    | 'IN_PROGRESS'
    | 'RESOLVED_ON_SITE'
    | 'MEDIATED'
    | 'ADMINISTRATIVE_CASE'
    | 'CRIMINAL_CASE'
    | 'TRANSFERRED'
    | 'UNFOUNDED';
  parties: readonly MatterParty[];
}
