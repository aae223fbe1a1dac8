import type { Code } from '../../../schema/kit/code-tables/code-table.ts';
import type {
  casePartyRoles,
  caseScales,
  caseStatuses,
  governanceLevels,
  handlingTiers,
  intakeChannels,
  outcomeGrades,
  serviceKinds,
} from '../extracts/codes/case-codes.ts';

/** What a table of codes stores. */
export type Stored<Codes> = Codes[keyof Codes];

/** A case without its narrative, as every loader of cases selects it. */
export interface CaseRow {
  readonly number: string;
  readonly channel: Stored<typeof intakeChannels>;
  readonly service: Stored<typeof serviceKinds>;
  readonly category: string;
  readonly categoryLabel: string | null;
  readonly categoryLabelZh: string | null;
  readonly opens: readonly string[] | null;
  readonly scale: Stored<typeof caseScales>;
  readonly title: string;
  readonly status: Stored<typeof caseStatuses>;
  readonly level: Stored<typeof governanceLevels>;
  readonly resolvedAtLevel: Stored<typeof governanceLevels> | null;
  readonly areaCode: string;
  readonly gridCode: string | null;
  readonly holderCode: string | null;
  readonly tier: Stored<typeof handlingTiers> | null;
  readonly acceptedAt: string;
  readonly dueAt: string | null;
  readonly overdue: boolean;
  readonly resolvedAt: string | null;
  readonly closedAt: string | null;
  readonly outcomeMaterial: Stored<typeof outcomeGrades> | null;
  readonly outcomeEmotional: Stored<typeof outcomeGrades> | null;
  readonly followUpContactedAt: string | null;
  readonly followUpRespondent: Stored<typeof casePartyRoles> | null;
  readonly followUpReached: boolean | null;
  readonly followUpSatisfied: boolean | null;
  readonly followUpScore: number | null;
  readonly version: number;
}

/** A case that still goes on. */
export const LIVE = `c.status NOT IN ('CLOSED', 'WITHDRAWN', 'MERGED')`;

/** A case past its time limit that nobody has resolved. */
export const OVERDUE = `coalesce(c.due_at < now() AND c.resolved_at IS NULL AND ${LIVE}, false)`;

/** Cases with the kind that says what they may open. */
export const CASE_TABLES = 'governance_case c LEFT JOIN case_category k ON k.code = c.category';

/** The columns of a {@link CaseRow}: none of them names anybody. */
export const CASE_COLUMNS = `c.number, c.channel, c.service, c.category, k.label AS "categoryLabel",
  k.label_zh AS "categoryLabelZh", k.opens, c.scale, c.title, c.status, c.level,
  c.resolved_at_level AS "resolvedAtLevel", c.area_code AS "areaCode", c.grid_code AS "gridCode",
  c.holder_code AS "holderCode", c.tier, c.accepted_at AS "acceptedAt", c.due_at AS "dueAt", ${OVERDUE} AS overdue,
  c.resolved_at AS "resolvedAt", c.closed_at AS "closedAt", c.outcome_material AS "outcomeMaterial",
  c.outcome_emotional AS "outcomeEmotional", c.follow_up_contacted_at AS "followUpContactedAt",
  c.follow_up_respondent AS "followUpRespondent", c.follow_up_reached AS "followUpReached",
  c.follow_up_satisfied AS "followUpSatisfied", c.follow_up_score AS "followUpScore", c.version`;

/** Row boundary of cases: the viewer's areas ($2), or the matter in hand ($3). */
export const CASE_BOUNDARY = '(c.area_code LIKE ANY($2::text[]) OR c.number = ANY($3::text[]))';

/** What kind of matter a case is; a kind that the table does not know is labelled by its code. */
export const categoryOf = ({ category, categoryLabel, categoryLabelZh }: CaseRow): Code => ({
  system: 'case-category',
  code: category,
  label: categoryLabel ?? category,
  labelZh: categoryLabelZh ?? category,
});
