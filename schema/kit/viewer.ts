/** The matter in hand: the live case (or running dispatch, or own record) that a purpose is bound to, and whom it concerns. */
export interface Matter {
  /** Number of the case, null where the purpose is bound to the viewer's own record. */
  readonly caseNumber: string | null;
  /** Ids of the people the matter concerns: the case's parties. */
  readonly persons: readonly string[];
  /** Ids of the households, lived in or registered, of those people. */
  readonly households: readonly string[];
}

/**
 * Who asks, why, and what for: all that a register needs to decide what it lets out.
 * The gateway computes it once a request as token ∩ purpose ∩ matter and hands it to every subgraph.
 */
export interface Viewer {
  /** Id of the request, for the ledger and the logs. */
  readonly request: string;
  readonly user: string;
  readonly client: string;
  readonly persona: string;
  /** Id of the viewer's organization in the centre's register. */
  readonly organization: string | null;
  /** Department (folder name) whose data a developer answers for. */
  readonly department: string | null;
  /** Area code prefixes (GB/T 2260, GB/T 10114): the row boundary. Empty means no rows. */
  readonly areas: readonly string[];
  readonly purpose: string | null;
  /** Scopes that answer for every record within the areas. */
  readonly scopes: readonly string[];
  /** Scopes that answer for the matter's subjects alone. */
  readonly matterScopes: readonly string[];
  readonly matter: Matter | null;
  /** Ids that a register already showed as parties of visible matters in this request: visible though they live elsewhere. */
  readonly admitted: readonly string[];
  /** Ids that no look-up finds for this viewer: people under protection. Told only where the purpose looks people up. */
  readonly withheld: readonly string[];
  /** Whether it is a break-glass request, whose disclosures the auditor is shown. */
  readonly breakGlass: boolean;
}

/** SQL LIKE patterns of the viewer's areas: `['330803001%']`. */
export const areaPatterns = (viewer: Viewer): string[] => viewer.areas.map((prefix) => `${prefix}%`);

/** Whether a record of this area lies within the viewer's areas. */
export const withinAreas = (viewer: Viewer, areaCode: string): boolean =>
  viewer.areas.some((prefix) => areaCode.startsWith(prefix));
