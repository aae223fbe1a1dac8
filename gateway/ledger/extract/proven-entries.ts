import type { DisclosureEntry } from '../../../schema/ledger/entry.ts';
import { commitmentOf, disclosureLeaf, personKeyOf } from '../../../schema/ledger/entry.ts';
import type { ProvenEntry } from '../../../schema/ledger/extract.ts';
import { DISCLOSURE_COLUMNS } from '../../../schema/ledger/kept-entries.ts';
import { keptRangeRoots } from '../../../schema/ledger/kept-hashes.ts';
import { proveInclusion } from '../../../schema/ledger/proof.ts';
import type { Database } from '../../../schema/register/database.ts';
import { statement } from '../../../schema/register/statement.ts';

/** What was told of an entry. */
export interface ToldEntry {
  readonly id: string;
  readonly at: string;
}

type Row = Omit<DisclosureEntry, 'salt'> & {
  readonly leaf: number;
  readonly salt: string | null;
  readonly own: string;
};

const rows = statement<Row>(`
  SELECT ${DISCLOSURE_COLUMNS}, known.own
  FROM disclosure entry
  CROSS JOIN LATERAL (
    SELECT person.id AS own FROM person
    WHERE (person.id = $3 OR person.superseded_by = $3) AND person.id = ANY (entry.persons) LIMIT 1) known
  WHERE entry.at = ANY ($2::timestamptz[]) AND entry.id = ANY ($1::uuid[]) AND NOT entry.thinned
  ORDER BY entry.at DESC, leaf DESC`);

/** The entries that a person was told of, each with its proof in the tree of this size. */
export async function provenEntries(
  database: Database,
  person: string,
  told: readonly ToldEntry[],
  size: number,
): Promise<ProvenEntry[]> {
  const found = await database.query(rows, [told.map(({ id }) => id), told.map(({ at }) => at), person]);
  const roots = keptRangeRoots(database);
  return Promise.all(
    found.map(async ({ leaf, own, salt, ...kept }) => {
      const entry: DisclosureEntry = { ...entryOf(kept), salt: salt ?? '' };
      const proof = await proveInclusion(roots, leaf, size);
      return {
        leaf,
        entry: disclosureLeaf(entry),
        commitments: entry.persons.map((one) => commitmentOf(one, personKeyOf(entry.salt, one)).toString('base64url')),
        person: own,
        personKey: personKeyOf(entry.salt, own),
        proof: proof.map((hash) => hash.toString('base64')),
      };
    }),
  );
}

const entryOf = (row: Omit<DisclosureEntry, 'salt'>): Omit<DisclosureEntry, 'salt'> => ({
  id: row.id,
  at: row.at,
  requestId: row.requestId,
  client: row.client,
  user: row.user,
  organization: row.organization,
  department: row.department,
  purpose: row.purpose,
  caseNumber: row.caseNumber,
  persons: row.persons,
  fields: row.fields,
  breakGlass: row.breakGlass,
  answer: row.answer,
});
