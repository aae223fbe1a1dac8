import { instantText } from '../../../schema/kit/calendar/day.ts';
import type { SubgraphContext } from '../../../schema/kit/context.ts';
import type { PageRequest } from '../../../schema/kit/paging.ts';
import { missingScope } from '../../../schema/kit/refusals.ts';
import { placeOf } from '../../../schema/kit/sealing/register-seal.ts';
import type { Prisma } from '../prisma/generated/client.ts';
import { registerClient } from './register-client.ts';

/** An officer's conduct that the auditor is asked to look at. */
export interface ReviewRow {
  readonly id: string;
  readonly kind: 'BREAK_GLASS' | 'SELF_OPENING';
  readonly at: string;
  readonly until: string;
  readonly userName: string;
  readonly client: string;
  readonly organization: string | null;
  readonly purpose: string;
  readonly caseNumbers: readonly string[];
  readonly reason: string | null;
}

/** Which of them. */
export interface ReviewFilter {
  readonly kind?: ReviewRow['kind'] | null;
  readonly user?: string | null;
}

const scope = 'hub.disclosure:audit';

/** Reads one page of what the auditor is asked to look at, newest first; a reason may name people and is entered so. */
export async function readReviews(
  context: SubgraphContext,
  filter: ReviewFilter,
  { limit, after }: PageRequest,
): Promise<ReviewRow[]> {
  const [at, id] = (after ?? []) as string[];
  const older: Prisma.ReviewWhereInput =
    at === undefined ? {} : { OR: [{ at: { lt: new Date(at) } }, { at: new Date(at), id: { lt: id as string } }] };
  const rows = await registerClient(context.database).review.findMany({
    where: { AND: [matching(context, filter), older] },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit,
  });
  return rows.map((row) => ({
    ...row,
    kind: row.kind as ReviewRow['kind'],
    at: instantText(row.at),
    until: instantText(row.until),
    reason: context.database.seal.openNullable(row.reason, placeOf('review', 'reason', [row.id])),
  }));
}

/** Counts them. */
export const countReviews = (context: SubgraphContext, filter: ReviewFilter): Promise<number> =>
  registerClient(context.database).review.count({ where: matching(context, filter) });

function matching(context: SubgraphContext, { kind, user }: ReviewFilter): Prisma.ReviewWhereInput {
  if (context.reach(scope) !== 'areas') throw missingScope(scope);
  return { ...(kind && { kind }), ...(user && { userName: user }) };
}
