import { requiresScopes } from '../../../schema/kit/federation.ts';
import { builder } from '../builder.ts';
import type { outcomeGrades } from '../extracts/codes/case-codes.ts';
import type { CaseRow, Stored } from '../loaders/case-row.ts';
import { narrativeByCase } from '../loaders/narrative-by-case.ts';
import { OutcomeGrade } from './OutcomeGrade.ts';

type Grade = Stored<typeof outcomeGrades>;

interface CaseOutcomeValue {
  readonly caseNumber: string;
  readonly material: Grade;
  readonly emotional: Grade;
}

/** How a case ended, the matter and the heart kept apart (事心双解). */
export const CaseOutcome = builder.objectRef<CaseOutcomeValue>('CaseOutcome').implement({
  description: 'How a case ended, in matter and in heart (事心双解).',
  fields: (t) => ({
    material: t.expose('material', { type: OutcomeGrade, nullable: false, description: 'The matter (事结).' }),
    emotional: t.expose('emotional', { type: OutcomeGrade, nullable: false, description: 'The heart (心结).' }),
    summary: t.string({
      directives: requiresScopes('governance-center.case:narrative'),
      description: 'In words, which may name people (办理结果).',
      resolve: async ({ caseNumber }, _args, context) =>
        (await narrativeByCase.load(context, caseNumber))?.outcomeSummary,
    }),
  }),
});

/** The outcome of a case, null while there is none. */
export const outcomeOf = ({ number, outcomeMaterial, outcomeEmotional }: CaseRow): CaseOutcomeValue | null =>
  outcomeMaterial && { caseNumber: number, material: outcomeMaterial, emotional: outcomeEmotional ?? 'NOT_APPLICABLE' };
