import type { Database } from '../register/database.ts';
import { statement } from '../register/statement.ts';
import { type DisclosureEntry, disclosureHash, type RecordEntry, recordHash } from './entry.ts';

/** An entry as it is kept. */
export interface KeptEntry {
  readonly leaf: number;
  /** The hash that is kept beside it. */
  readonly leafHash: Buffer;
  /** Whether retention erased whom it names, so that its hash alone is left. */
  readonly thinned: boolean;
  /** The hash that it has in a place. */
  hashAt(leaf: number): Buffer;
}

/** The entries whose places are in [from, to), in order. */
export interface KeptPage {
  readonly from: number;
  readonly to: number;
  readonly entries: readonly KeptEntry[];
}

interface DisclosureRow extends Omit<DisclosureEntry, 'salt'> {
  readonly salt: string | null;
  readonly leaf: number;
  readonly leafHash: Buffer;
  readonly thinned: boolean;
}

interface RecordRow extends RecordEntry {
  readonly leaf: number;
  readonly leafHash: Buffer;
}

const MILLISECONDS = '(extract(epoch FROM at) * 1000)::bigint AS at';

/** Columns of a disclosure as {@link DisclosureEntry} names them. */
export const DISCLOSURE_COLUMNS = `leaf, id, ${MILLISECONDS}, request_id AS "requestId", client, user_name AS "user",
  organization, department, purpose, case_number AS "caseNumber", persons::text[] AS persons, fields,
  break_glass AS "breakGlass", answer, salt, leaf_hash AS "leafHash", thinned`;

const disclosures = statement<DisclosureRow>(
  `SELECT ${DISCLOSURE_COLUMNS} FROM disclosure WHERE leaf >= $1 AND leaf < $2 ORDER BY leaf`,
);
const records = statement<RecordRow>(`
  SELECT leaf, id, ${MILLISECONDS}, kind, actor, facts, leaf_hash AS "leafHash"
  FROM ledger_record WHERE leaf >= $1 AND leaf < $2 ORDER BY leaf`);

const PAGE = 8_192;

/** Reads the entries of [from, to) page by page; the next page is on its way while one is looked at. */
export async function* keptPages(database: Database, from: number, to: number): AsyncGenerator<KeptPage> {
  const read = async (start: number): Promise<KeptPage> => {
    const end = Math.min(start + PAGE, to);
    const [reads, others] = await Promise.all([
      database.query(disclosures, [start, end]),
      database.query(records, [start, end]),
    ]);
    const entries = [...reads.map(keptDisclosure), ...others.map(keptRecord)];
    if (others.length > 0) entries.sort((one, other) => one.leaf - other.leaf);
    return { from: start, to: end, entries };
  };
  let next = from < to ? read(from) : undefined;
  while (next) {
    const page = await next;
    next = page.to < to ? read(page.to) : undefined;
    next?.catch(() => undefined);
    yield page;
  }
}

const keptDisclosure = ({ leaf, leafHash, thinned, ...entry }: DisclosureRow): KeptEntry => ({
  leaf,
  leafHash,
  thinned,
  hashAt: (place) => disclosureHash(place, { ...entry, salt: entry.salt ?? '' }),
});

const keptRecord = ({ leaf, leafHash, ...entry }: RecordRow): KeptEntry => ({
  leaf,
  leafHash,
  thinned: false,
  hashAt: (place) => recordHash(place, entry),
});
