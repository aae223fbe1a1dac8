/** A village or community of the district, the smallest area with a code of its own (GB/T 10114, 12 digits). */
export interface Village {
  index: number;
  code: string;
  name: string;
  townCode: string;
  townName: string;
  /** A residents' committee in a town (居委会) rather than a villagers' committee (村委会). */
  urban: boolean;
  /** Its share of the district's families; all weights sum to 1. */
  weight: number;
  /** Families are numbered village by village: this village's are [firstFamily, firstFamily + familyCount). */
  firstFamily: number;
  familyCount: number;
  firstGrid: number;
  gridCount: number;
}

export type GridKind = 'RURAL' | 'URBAN_COMMUNITY' | 'DEDICATED';

/** The posts of a grid, from the replaceable table in grid-roles.ts. */
export type GridRole = 'GRID_LEADER' | 'GRID_WORKER' | 'PART_TIME_GRID_WORKER' | 'POLICE_LIAISON' | 'PARTY_LIAISON';

/** One post of a grid; a vacant one has no worker. */
export interface GridPost {
  role: GridRole;
  worker: GridWorker | null;
}

/** Whoever fills a post: an official, named in full. */
export interface GridWorker {
  name: string;
  fullTime: boolean;
  lastTrainedOn: string | null;
}

/** A grid (网格): the unit of about 125 people below a village. */
export interface Grid {
  index: number;
  code: string;
  name: string;
  kind: GridKind;
  areaCode: string;
  village: number;
  posts: readonly GridPost[];
  validFrom: string;
  /** Families that are registered in this grid: [firstFamily, firstFamily + familyCount); none for a dedicated grid. */
  firstFamily: number;
  familyCount: number;
}

export type OrganizationKind =
  | 'CENTER'
  | 'DEPARTMENT'
  | 'TOWN'
  | 'COMMUNITY'
  | 'POLICE_STATION'
  | 'SHARED_COURT'
  | 'MEDIATION_COMMITTEE'
  | 'RESPONSE_TEAM'
  | 'INDUSTRY_COMMITTEE'
  | 'SOCIAL_FORCE';
export type Stationing = 'RESIDENT' | 'ROTATING' | 'ON_CALL';
export type TownBoard = 'DISPUTE_MEDIATION' | 'PUBLIC_ORDER' | 'EMERGENCY_COMMAND' | 'SOCIAL_WORK';

/** A body that can hold a matter. Their number does not depend on the scale. */
export interface Organization {
  index: number;
  /** Stable and readable, e.g. `DEPT-JUSTICE`, `TOWN-330803001`, `BOARD-330803001-PUBLIC_ORDER`. */
  code: string;
  name: string;
  kind: OrganizationKind;
  /** GB 32100-2015 with a valid check character and the impossible division 330898. */
  creditCode: string;
  stationing: Stationing | null;
  board: TownBoard | null;
  areaCode: string;
  level: GovernanceLevel;
}

export type GovernanceLevel = 'GRID' | 'VILLAGE' | 'TOWN' | 'COUNTY';

/** An employer that pays contributions. */
export interface Employer {
  index: number;
  creditCode: string;
  name: string;
  areaCode: string;
}

export type MediationOrganizationKind = 'COUNTY' | 'TOWN' | 'VILLAGE' | 'INDUSTRY' | 'TEAM' | 'STUDIO';

/** A people's mediation body (人民调解组织). */
export interface MediationOrganization {
  index: number;
  code: string;
  name: string;
  kind: MediationOrganizationKind;
  areaCode: string;
  /** Dispute kind codes it specialises in; empty: all of them. */
  specialities: readonly DisputeKind[];
}

/** A people's mediator: an official, named in full. */
export interface Mediator {
  index: number;
  code: string;
  name: string;
  employment: 'FULL_TIME' | 'PART_TIME';
  /** Index into `world.mediationOrganizations`. */
  organization: number;
  specialities: readonly DisputeKind[];
}

/** Kinds of mediated disputes, as justice codes them. */
export type DisputeKind =
  | 'marriage-family'
  | 'neighbour'
  | 'property-management'
  | 'labour'
  | 'lending'
  | 'traffic'
  | 'land'
  | 'consumer'
  | 'tort'
  | 'contract';
