import { type ChangeFeed, changeFeed } from '../../../schema/kit/change-feed.ts';
import type { SubgraphContext } from '../../../schema/kit/context.ts';
import type { SourceEvent } from '../../../schema/kit/event-queue.ts';
import { missingScope } from '../../../schema/kit/refusals.ts';
import type { Database } from '../../../schema/register/database.ts';
import { statement } from '../../../schema/register/statement.ts';

const SCOPE = 'governance-center.case:read';
const CHANNEL = 'case_changed';

/** A change of the case whose number is the key; the area decides who is told, and goes no further. */
export interface CaseChange extends SourceEvent {
  readonly areaCode: string;
}

const areasOfCases = statement<CaseChange>(
  'SELECT number AS key, area_code AS "areaCode" FROM governance_case WHERE number = ANY($1::text[])',
);

const notice = statement<never>('SELECT pg_notify($1, $2)');

/** All changes of cases that somebody made known by {@link publishCaseChanged}. */
export const caseChangeFeed: ChangeFeed<CaseChange> = changeFeed({
  channel: CHANNEL,
  read: (numbers, database) => database.query(areasOfCases, [numbers]),
});

/**
 * Changes, from now on, of cases of the viewer's areas and of the matter in hand, narrowed to an area where one is given.
 * It tells that a case changed; what the viewer may see of it is read anew at each event.
 */
export function caseChanges(
  context: SubgraphContext,
  areaCode: string | null | undefined,
): Promise<AsyncIterableIterator<CaseChange>> {
  const reach = context.reach(SCOPE);
  if (reach === 'nothing') throw missingScope(SCOPE);
  const { viewer, database } = context;
  const areas = reach === 'areas' ? viewer.areas : [];
  const inHand = viewer.matter?.caseNumber;
  return caseChangeFeed.subscribe(
    database,
    ({ key, areaCode: place }) =>
      (key === inHand || areas.some((area) => place.startsWith(area))) && (!areaCode || place.startsWith(areaCode)),
  );
}

/**
 * Tells every process that serves the centre's graph that a case changed. Inside a transaction, the same `pg_notify` on
 * `case_changed` with the case's number is heard when it commits. Importing publishes nothing: it changes cases in bulk.
 */
export async function publishCaseChanged(database: Database, number: string): Promise<void> {
  await database.query(notice, [CHANNEL, number]);
}
