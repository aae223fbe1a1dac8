import type { Database } from '../../schema/register/database.ts';
import { statement } from '../../schema/register/statement.ts';
import type { PolicyStore, Purpose } from './purpose.ts';

const validPurposes = statement<Purpose>(`
  SELECT code, bound_to AS "boundTo", personas, scopes, matter_scopes AS "matterScopes", lookup,
         live_statuses AS "liveStatuses", lookups_per_hour AS "lookupsPerHour"
  FROM purpose WHERE valid_from <= now() AND (valid_to IS NULL OR valid_to > now())`);

const countLookups = statement<{ lookups: number }>(`
  INSERT INTO lookup_count (user_name, hour, lookups) VALUES ($1, date_trunc('hour', now()), $2)
  ON CONFLICT (user_name, hour) DO UPDATE SET lookups = lookup_count.lookups + EXCLUDED.lookups
  RETURNING lookups`);

const FRESH_FOR_MS = 1_000;

/** The purposes and look-up counts as the hub's own register keeps them; a change is in force within a second. */
export function openPolicyStore(database: Database): PolicyStore {
  let read: { at: number; purposes: Promise<Map<string, Purpose>> } | undefined;
  const purposes = () => {
    if (!read || Date.now() - read.at > FRESH_FOR_MS) {
      const reading = database
        .query(validPurposes, [])
        .then((rows) => new Map(rows.map((purpose) => [purpose.code, purpose])));
      reading.catch(() => (read = undefined));
      read = { at: Date.now(), purposes: reading };
    }
    return read.purposes;
  };
  return {
    purpose: async (code) => (await purposes()).get(code),
    async countLookups(user, lookups) {
      const [row] = await database.query(countLookups, [user, lookups]);
      return row?.lookups ?? lookups;
    },
  };
}
