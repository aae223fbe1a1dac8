import { shared } from '../../../schema/kit/builder.ts';
import { requiresScopes } from '../../../schema/kit/federation.ts';
import { builder } from '../builder.ts';
import { acceptanceByCase } from '../loaders/acceptance-by-case.ts';
import { caseByNumber, fromRow } from '../loaders/case-by-number.ts';
import { categoryOf } from '../loaders/case-row.ts';
import { dispatchesByCase } from '../loaders/dispatches-by-case.ts';
import { eventsByCase } from '../loaders/events-by-case.ts';
import { gridByCode } from '../loaders/grid-by-code.ts';
import { narrativeByCase } from '../loaders/narrative-by-case.ts';
import { organizationByCode } from '../loaders/organization-by-code.ts';
import { partiesByCase } from '../loaders/parties-by-case.ts';
import { referencesByCase } from '../loaders/references-by-case.ts';
import { relatedCases } from '../loaders/related-cases.ts';
import { CaseAcceptance } from './CaseAcceptance.ts';
import { CaseEvent } from './CaseEvent.ts';
import { CaseOutcome, outcomeOf } from './CaseOutcome.ts';
import { CaseParty } from './CaseParty.ts';
import { CaseScale } from './CaseScale.ts';
import { CaseStatus } from './CaseStatus.ts';
import { ExternalReference } from './ExternalReference.ts';
import { FollowUp, followUpOf } from './FollowUp.ts';
import { GovernanceLevel } from './GovernanceLevel.ts';
import { HandlingTier } from './HandlingTier.ts';
import { IntakeChannel } from './IntakeChannel.ts';
import { Area, Case, Dispatch, Grid, Organization } from './references.ts';
import { ServiceKind } from './ServiceKind.ts';

const directives = requiresScopes('governance-center.case:read');

Case.implement({
  description: 'A case: one matter, one number, from intake to the satisfaction call (事件).',
  directives: { key: { fields: 'number' } },
  fields: (t) => ({
    number: t.exposeID('number', { nullable: false, description: 'Number, never given twice (事件编号).' }),
    references: t.field({
      type: [ExternalReference],
      directives,
      description: 'Its numbers elsewhere (外部编号).',
      resolve: async ({ number }, _args, context) => [...(await referencesByCase.load(context, number))],
    }),
    channel: t.field({
      type: IntakeChannel,
      directives,
      description: 'Where it came in (受理渠道).',
      resolve: fromRow(({ channel }) => channel),
    }),
    service: t.field({
      type: ServiceKind,
      directives,
      description: 'Which of the four services (服务类型).',
      resolve: fromRow(({ service }) => service),
    }),
    category: t.field({
      type: shared(builder).code(),
      directives,
      description: 'Kind of matter (事项类别).',
      resolve: fromRow(categoryOf),
    }),
    opens: t.stringList({
      directives,
      description: 'Scopes that this kind of matter may open (可开启的权限范围).',
      resolve: fromRow(({ opens }) => [...(opens ?? [])]),
    }),
    scale: t.field({
      type: CaseScale,
      directives,
      description: 'How many it concerns (涉事规模).',
      resolve: fromRow(({ scale }) => scale),
    }),
    title: t.string({
      directives,
      description: 'Made of kind and place, without names (事件标题).',
      resolve: fromRow(({ title }) => title),
    }),
    description: t.string({
      directives: requiresScopes('governance-center.case:narrative'),
      description: 'What happened, in words that may name people (事件描述).',
      resolve: async ({ number }, _args, context) => (await narrativeByCase.load(context, number))?.description,
    }),
    status: t.field({
      type: CaseStatus,
      directives,
      description: 'Where it stands (办理状态).',
      resolve: fromRow(({ status }) => status),
    }),
    level: t.field({
      type: GovernanceLevel,
      directives,
      description: 'Level that holds it now (当前层级).',
      resolve: fromRow(({ level }) => level),
    }),
    resolvedAtLevel: t.field({
      type: GovernanceLevel,
      directives,
      description: 'Level that settled it (化解层级).',
      resolve: fromRow(({ resolvedAtLevel }) => resolvedAtLevel),
    }),
    area: t.field({
      type: Area,
      directives,
      description: 'Where it arose (发生地).',
      resolve: fromRow(({ areaCode }) => ({ code: areaCode })),
    }),
    grid: t.field({
      type: Grid,
      directives,
      description: 'Grid in which it arose (所属网格).',
      resolve: fromRow(({ gridCode }, context) => (gridCode ? gridByCode.read(context, gridCode) : null)),
    }),
    parties: t.field({
      type: [CaseParty],
      directives,
      description: 'Whom it concerns, in the order registered (当事人).',
      resolve: async ({ number }, _args, context) => [...(await partiesByCase.load(context, number))],
    }),
    holder: t.field({
      type: Organization,
      directives,
      description: 'Organization that owes the next step (事权单位).',
      resolve: fromRow(({ holderCode }, context) => (holderCode ? organizationByCode.read(context, holderCode) : null)),
    }),
    tier: t.field({
      type: HandlingTier,
      directives,
      description: 'Tier on which an appeal is handled (办理层次).',
      resolve: fromRow(({ tier }) => tier),
    }),
    acceptance: t.field({
      type: CaseAcceptance,
      directives: { ...directives, inaccessible: {} },
      description: 'Who took it in and who stands by it, for the hub alone (受理与确认).',
      resolve: ({ number }, _args, context) => acceptanceByCase.load(context, number),
    }),
    acceptedAt: t.field({
      type: 'DateTime',
      directives,
      description: 'When it was taken in (受理时间).',
      resolve: fromRow(({ acceptedAt }) => acceptedAt),
    }),
    dueAt: t.field({
      type: 'DateTime',
      directives,
      description: 'Time limit (办理期限).',
      resolve: fromRow(({ dueAt }) => dueAt),
    }),
    overdue: t.boolean({
      directives,
      description: 'Past its time limit and unresolved (是否超期).',
      resolve: fromRow(({ overdue }) => overdue),
    }),
    resolvedAt: t.field({
      type: 'DateTime',
      directives,
      description: 'When it was resolved (办结时间).',
      resolve: fromRow(({ resolvedAt }) => resolvedAt),
    }),
    closedAt: t.field({
      type: 'DateTime',
      directives,
      description: 'When it was closed (归档时间).',
      resolve: fromRow(({ closedAt }) => closedAt),
    }),
    outcome: t.field({
      type: CaseOutcome,
      directives,
      description: 'How it ended, in matter and in heart (事心双解).',
      resolve: fromRow(outcomeOf),
    }),
    followUp: t.field({
      type: FollowUp,
      directives,
      description: 'The satisfaction call (回访).',
      resolve: fromRow(followUpOf),
    }),
    timeline: t.field({
      type: [CaseEvent],
      directives,
      description: 'Its whole life, oldest step first (流转过程).',
      resolve: async ({ number }, _args, context) => [...(await eventsByCase.load(context, number))],
    }),
    dispatches: t.field({
      type: [Dispatch],
      directives,
      description: 'Instructions given in it (指令).',
      resolve: async ({ number }, _args, context) => [...(await dispatchesByCase.load(context, number))],
    }),
    related: t.field({
      type: [Case],
      directives,
      description: 'Live cases with the same parties, or near in place, kind and time; ten at most (关联事件).',
      resolve: async ({ number }, _args, context) => [...(await relatedCases.load(context, number))],
    }),
    version: t.int({
      directives,
      description: 'Counts the changes, for those who change it (版本号).',
      resolve: fromRow(({ version }) => version),
    }),
  }),
});

builder.queryField('case', (t) =>
  t.field({
    type: Case,
    directives,
    description: 'The case of a number (按编号查事件).',
    args: { number: t.arg.id({ required: true, description: 'Number of the case (事件编号).' }) },
    resolve: (_root, { number }, context) => caseByNumber.load(context, number),
  }),
);
