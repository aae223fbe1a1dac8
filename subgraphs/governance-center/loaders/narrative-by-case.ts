import { recordLoader } from '../../../schema/kit/register-loader.ts';
import { placeOf } from '../../../schema/kit/sealing/register-seal.ts';
import { statement } from '../../../schema/register/statement.ts';
import { CASE_BOUNDARY } from './case-row.ts';

/** The free text of a case, which may name people. */
export interface NarrativeRow {
  readonly caseNumber: string;
  readonly description: string | null;
  readonly outcomeSummary: string | null;
  readonly followUpComment: string | null;
  readonly persons: readonly string[];
}

const narratives = statement<NarrativeRow>(`
  SELECT c.number AS "caseNumber", c.description, c.outcome_summary AS "outcomeSummary",
    c.follow_up_comment AS "followUpComment",
    ARRAY(SELECT p.person_id::text FROM case_party p WHERE p.case_number = c.number AND p.person_id IS NOT NULL) AS persons
  FROM governance_case c WHERE c.number = ANY($1::text[]) AND ${CASE_BOUNDARY}`);

/** What is told of each case in words. */
export const narrativeByCase = recordLoader<NarrativeRow>({
  scope: 'governance-center.case:narrative',
  discloses: 'Case.narrative',
  read: async (numbers, { database, areas, subjects }) => {
    const { seal } = database;
    return (await database.query(narratives, [numbers, areas, subjects])).map((row) => {
      const place = (column: string) => placeOf('governance_case', column, [row.caseNumber]);
      return {
        ...row,
        description: seal.openNullable(row.description, place('description')),
        outcomeSummary: seal.openNullable(row.outcomeSummary, place('outcome_summary')),
        followUpComment: seal.openNullable(row.followUpComment, place('follow_up_comment')),
      };
    });
  },
  keysOf: ({ caseNumber }) => caseNumber,
  personsOf: ({ persons }) => persons,
});
