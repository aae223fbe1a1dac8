import type { SubgraphContext } from '../../../schema/kit/context.ts';
import type { PageRequest } from '../../../schema/kit/paging.ts';
import { type LoaderOptions, listLoader, recordLoader } from '../../../schema/kit/register-loader.ts';
import { isWithheld } from '../../../schema/ledger/withholding.ts';
import { statement } from '../../../schema/register/statement.ts';
import type { DisclosureRow } from './disclosures.ts';

interface DisclosureOfPerson extends DisclosureRow {
  readonly person: string;
}

interface Count {
  readonly person: string;
  readonly total: number;
}

// Somebody found to be two ids was read under both. The fence keeps the planner on the index of people.
const ENTRIES = `
  FROM unnest($1::uuid[]) AS asked (id)
  CROSS JOIN LATERAL (
    SELECT asked.id || array(SELECT person.id FROM person WHERE superseded_by = asked.id) AS ids) known
  CROSS JOIN LATERAL (SELECT * FROM disclosure WHERE persons && known.ids OFFSET 0) entry`;

const pages = (told: string) =>
  statement<DisclosureOfPerson>(`
  SELECT asked.id AS person, page.*
  FROM unnest($1::uuid[]) AS asked (id)
  CROSS JOIN LATERAL (
    SELECT entry.leaf, entry.id, at, request_id AS "requestId", client, user_name AS "userName", organization, department, purpose,
      case_number AS "caseNumber",
      CASE WHEN $5 THEN persons ELSE array(SELECT unnest(persons) INTERSECT SELECT unnest(known.ids)) END AS persons,
      fields, break_glass AS "breakGlass"
    ${ENTRIES.replace('unnest($1::uuid[])', 'unnest(ARRAY[asked.id])')}
    WHERE ($2::timestamptz IS NULL OR (at, leaf) < ($2, $3::bigint)) AND ${told}
    ORDER BY at DESC, leaf DESC LIMIT $4) page
  ORDER BY page.at DESC, page.leaf DESC`);

const counts = (told: string) =>
  statement<Count>(`
  SELECT asked.id AS person, count(*)::int AS total ${ENTRIES} WHERE ${told} GROUP BY asked.id`);

/** The log of one person as the auditor sees it, or as that person does: who else was read with them is not told. */
function loadersFor(scope: string, whole: boolean) {
  const told = whole ? 'true' : `NOT ${isWithheld('entry')}`;
  const page: LoaderOptions<DisclosureOfPerson, PageRequest> = {
    scope,
    discloses: 'Person.disclosures',
    read: (ids, { database }, { limit, after }) =>
      database.query(pages(told), [ids, after?.[0] ?? null, after?.[1] ?? null, limit, whole]),
    keysOf: ({ person }) => person,
  };
  const total: LoaderOptions<Count, void> = {
    scope,
    discloses: null,
    read: (ids, { database }) => database.query(counts(told), [ids]),
    keysOf: ({ person }) => person,
  };
  return { page: listLoader(page), total: recordLoader(total) };
}

const audited = loadersFor('hub.disclosure:audit', true);
const own = loadersFor('hub.disclosure:read', false);

/** The loaders of a person's log, newest first, for this viewer: the auditor's, else the citizen's for the own record. */
export const disclosuresByPerson = (context: SubgraphContext) =>
  context.reach('hub.disclosure:audit') === 'nothing' ? own : audited;
