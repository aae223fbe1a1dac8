import { requiresScopes } from '../../../schema/kit/federation.ts';
import { connectionType, pageArguments, paginate } from '../../../schema/kit/paging.ts';
import { builder } from '../builder.ts';
import { purposeAt } from '../loaders/purpose-at.ts';
import { countReviews, type ReviewRow, readReviews } from '../loaders/reviews.ts';
import { Purpose } from './Purpose.ts';

const ReviewKind = builder.enumType('ReviewKind', {
  description: 'Why the auditor is asked to look (复核类别).',
  values: {
    BREAK_GLASS: { description: 'An officer broke the glass (紧急调阅).' },
    SELF_OPENING: { description: 'An officer opened matters of his own accepting again and again (自受自查).' },
  } as const,
});

const Review = builder.objectRef<ReviewRow>('Review').implement({
  description: 'An officer’s conduct that the auditor is asked to look at (复核事项).',
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Id (标识).' }),
    kind: t.expose('kind', { type: ReviewKind, nullable: false, description: 'Why (类别).' }),
    at: t.expose('at', { type: 'DateTime', nullable: false, description: 'Since when (起始时间).' }),
    until: t.expose('until', { type: 'DateTime', nullable: false, description: 'Until when (截止时间).' }),
    user: t.exposeString('userName', { nullable: false, description: 'Officer (用户).' }),
    client: t.exposeString('client', { nullable: false, description: 'System that asked (应用系统).' }),
    organization: t.exposeString('organization', { description: 'Organization of the officer (所属机构).' }),
    purpose: t.field({
      type: Purpose,
      description: 'Stated purpose (用途).',
      resolve: ({ purpose, at }, _arguments, context) => purposeAt(context, purpose, at),
    }),
    caseNumbers: t.stringList({
      nullable: false,
      description: 'Matters that were opened (事项编号).',
      resolve: ({ caseNumbers }) => [...caseNumbers],
    }),
    reason: t.string({
      description: 'What the officer gave as the reason, which may name people (理由).',
      resolve: ({ reason }, _arguments, context) => {
        if (reason !== null) context.disclose('Review.reason', []);
        return reason;
      },
    }),
  }),
});

builder.queryField('reviews', (t) =>
  t.field({
    type: connectionType(builder, 'Review', Review),
    directives: requiresScopes('hub.disclosure:audit'),
    description: 'What officers did that the auditor is asked to look at, newest first (复核清单).',
    args: {
      kind: t.arg({ type: ReviewKind, description: 'Why (类别).' }),
      user: t.arg.string({ description: 'Officer (用户).' }),
      ...pageArguments(t.arg),
    },
    resolve: (_root, { first, after, ...filter }, context) =>
      paginate(context, {
        list: `reviews:${JSON.stringify([filter.kind, filter.user])}`,
        page: { first, after },
        rows: (request) => readReviews(context, filter, request),
        positionOf: ({ at, id }) => [at, id],
        total: () => countReviews(context, filter),
      }),
  }),
);
