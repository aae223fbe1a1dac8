import type { Database } from '../register/database.ts';
import { statement } from '../register/statement.ts';
import type { DisclosureDraft } from './drafts.ts';
import { ledgerIn } from './ledger.ts';

interface OlderEntry extends DisclosureDraft {
  readonly id: string;
}

const oldest = statement<OlderEntry>(`
  SELECT id, (extract(epoch FROM at) * 1000)::bigint AS at, request_id AS "requestId", client, user_name AS "user",
    organization, department, purpose, case_number AS "caseNumber", persons::text[] AS persons, fields,
    break_glass AS "breakGlass", NULL AS answer
  FROM disclosure_before_ledger ORDER BY at, id LIMIT 1000`);
const remove = statement<never>('DELETE FROM disclosure_before_ledger WHERE id = ANY ($1::uuid[])');

/**
 * Enters what was disclosed before there was a ledger, with the time of that. Whoever is stopped meanwhile goes on the
 * next time; the last thousand may then be entered twice, never not at all. One process at a time.
 */
export async function adoptOlderEntries(database: Database): Promise<void> {
  for (;;) {
    const entries = await database.query(oldest, []);
    if (entries.length === 0) return;
    await ledgerIn(database).disclose(entries);
    await database.query(remove, [entries.map(({ id }) => id)]);
  }
}
