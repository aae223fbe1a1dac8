export type VisitRole =
  | 'TOWN_LEADER'
  | 'VILLAGE_LIAISON'
  | 'POLICE'
  | 'ENFORCEMENT'
  | 'MARKET_SUPERVISION'
  | 'GRID_WORKER';

/** The 5+1 team of a village in a campaign; officials are named in full. */
export interface VisitTeam {
  /** Stable: `VT-<village code>-<campaign code>`. */
  code: string;
  name: string;
  campaign: string;
  village: number;
  slots: readonly { role: VisitRole; member: string }[];
}

/** One visit to one resident household. */
export interface Visit {
  index: number;
  number: string;
  /** Index into `world.visitTeams`. */
  team: number;
  family: number;
  /** Number of the resident household visited. */
  householdNumber: string;
  addressCode: string;
  at: string;
  /** May name people; null where nothing was noted. */
  findings: string | null;
  /** Numbers of the matters passed on; mostly empty. */
  matterNumbers: readonly string[];
}
