import { instantText } from '../../../schema/kit/calendar/day.ts';
import type { SubgraphContext } from '../../../schema/kit/context.ts';
import type { PageRequest } from '../../../schema/kit/paging.ts';
import { missingScope } from '../../../schema/kit/refusals.ts';
import type { Prisma } from '../prisma/generated/client.ts';
import { registerClient } from './register-client.ts';

/** One entry of the log of what left the registers. */
export interface DisclosureRow {
  /** Place in the ledger. */
  readonly leaf: number;
  readonly id: string;
  readonly at: string;
  readonly requestId: string;
  readonly client: string;
  readonly userName: string | null;
  readonly organization: string | null;
  readonly department: string;
  readonly purpose: string;
  readonly caseNumber: string | null;
  readonly persons: readonly string[];
  readonly fields: readonly string[];
  readonly breakGlass: boolean;
}

/** Which entries are asked for; `from` and `to` bound [from, to). */
export interface DisclosureFilter {
  readonly department?: string | null;
  readonly client?: string | null;
  readonly purpose?: string | null;
  readonly breakGlass?: boolean | null;
  readonly from?: string | null;
  readonly to?: string | null;
}

/** Reads one page of the log, newest first, of what the viewer may see of it. */
export async function readDisclosures(
  context: SubgraphContext,
  filter: DisclosureFilter,
  { limit, after }: PageRequest,
): Promise<DisclosureRow[]> {
  const [at, leaf] = (after ?? []) as [string, number] | [];
  const older: Prisma.DisclosureWhereInput =
    at === undefined ? {} : { OR: [{ at: { lt: new Date(at) } }, { at: new Date(at), leaf: { lt: leaf as number } }] };
  const rows = await registerClient(context.database).disclosure.findMany({
    where: { AND: [visible(context), matching(filter), older] },
    orderBy: [{ at: 'desc' }, { leaf: 'desc' }],
    omit: { salt: true, leafHash: true, answer: true, thinned: true },
    take: limit,
  });
  return rows.map((row) => ({ ...row, leaf: Number(row.leaf), at: instantText(row.at) }));
}

/** Counts the entries that the viewer may see. */
export const countDisclosures = (context: SubgraphContext, filter: DisclosureFilter): Promise<number> =>
  registerClient(context.database).disclosure.count({ where: { AND: [visible(context), matching(filter)] } });

/** The auditor sees all entries, a department those of reads from its own register; others are refused. */
function visible(context: SubgraphContext): Prisma.DisclosureWhereInput {
  if (context.reach('hub.disclosure:audit') === 'areas') return {};
  const { department } = context.viewer;
  if (context.reach('hub.disclosure:department') !== 'areas' || department === null) {
    throw missingScope('hub.disclosure:audit or hub.disclosure:department');
  }
  return { department };
}

const matching = ({
  department,
  client,
  purpose,
  breakGlass,
  from,
  to,
}: DisclosureFilter): Prisma.DisclosureWhereInput => ({
  ...(department && { department }),
  ...(client && { client }),
  ...(purpose && { purpose }),
  ...(typeof breakGlass === 'boolean' && { breakGlass }),
  at: { ...(from && { gte: new Date(from) }), ...(to && { lt: new Date(to) }) },
});
