import { requiresScopes } from '../../../schema/kit/federation.ts';
import { builder } from '../builder.ts';
import type { casePartyRoles } from '../extracts/codes/case-codes.ts';
import type { CaseRow, Stored } from '../loaders/case-row.ts';
import { narrativeByCase } from '../loaders/narrative-by-case.ts';
import { CasePartyRole } from './CasePartyRole.ts';

interface FollowUpValue {
  readonly caseNumber: string;
  readonly contactedAt: string;
  readonly respondent: Stored<typeof casePartyRoles>;
  readonly reached: boolean;
  readonly satisfied: boolean | null;
  readonly score: number | null;
}

/** The call that asked how it went (回访). */
export const FollowUp = builder.objectRef<FollowUpValue>('FollowUp').implement({
  description: 'The satisfaction call after a case (回访).',
  fields: (t) => ({
    contactedAt: t.expose('contactedAt', { type: 'DateTime', nullable: false, description: 'When (回访时间).' }),
    respondent: t.expose('respondent', {
      type: CasePartyRole,
      nullable: false,
      description: 'Who was called (回访对象).',
    }),
    reached: t.exposeBoolean('reached', { nullable: false, description: 'Whether somebody answered (是否接通).' }),
    satisfied: t.exposeBoolean('satisfied', { description: 'Whether they were satisfied (是否满意).' }),
    score: t.exposeInt('score', { description: '1 to 5 (评分).' }),
    comment: t.string({
      directives: requiresScopes('governance-center.case:narrative'),
      description: 'What they said, which may name people (回访意见).',
      resolve: async ({ caseNumber }, _args, context) =>
        (await narrativeByCase.load(context, caseNumber))?.followUpComment,
    }),
  }),
});

/** The follow-up of a case, null before there is one. */
export const followUpOf = (row: CaseRow): FollowUpValue | null =>
  row.followUpContactedAt && row.followUpRespondent
    ? {
        caseNumber: row.number,
        contactedAt: row.followUpContactedAt,
        respondent: row.followUpRespondent,
        reached: row.followUpReached ?? false,
        satisfied: row.followUpSatisfied,
        score: row.followUpScore,
      }
    : null;
