import type { Database } from '../../schema/register/database.ts';
import { statement } from '../../schema/register/statement.ts';
import type { Policy, PolicyStore, Purpose } from './purpose.ts';
import type { Withdrawal } from './withdrawn.ts';

const purposes = statement<Purpose>(`
  SELECT code, bound_to AS "boundTo", personas, coalesce(clients, '{}') AS clients, scopes,
         matter_scopes AS "matterScopes", lookup, live_statuses AS "liveStatuses",
         lookups_per_hour AS "lookupsPerHour", break_glass AS "breakGlass", self_opening AS "selfOpening",
         CASE WHEN valid_from > now() THEN 'AHEAD' WHEN valid_to <= now() THEN 'OVER' ELSE 'VALID' END AS validity
  FROM purpose`);

const withdrawals = statement<Withdrawal>('SELECT department, kind, name FROM withdrawal WHERE restored_at IS NULL');

// Somebody found to be two ids is protected under both.
const protectedPersons = statement<{ readonly id: string }>(`
  SELECT person_id AS id FROM protected_person
  UNION
  SELECT same.id FROM protected_person
  JOIN person known ON known.id = protected_person.person_id
  JOIN person same ON coalesce(known.superseded_by, known.id) IN (same.id, same.superseded_by)`);

const countLookups = statement<{ lookups: number }>(`
  INSERT INTO lookup_count (user_name, hour, lookups) VALUES ($1, date_trunc('hour', now()), $2)
  ON CONFLICT (user_name, hour) DO UPDATE SET lookups = lookup_count.lookups + EXCLUDED.lookups
  RETURNING lookups`);

/** A change must be in force within a second; reading takes its time too. */
const FRESH_FOR_MS = 500;

/** The rules of access and the look-up counts as the hub's own register keeps them; a change is in force within a second. */
export function openPolicyStore(database: Database): PolicyStore {
  let read: { at: number; policy: Promise<Policy> } | undefined;
  return {
    policy() {
      if (!read || performance.now() - read.at > FRESH_FOR_MS) {
        const reading = readPolicy(database);
        reading.catch(() => (read = undefined));
        read = { at: performance.now(), policy: reading };
      }
      return read.policy;
    },
    async countLookups(user, lookups) {
      const [row] = await database.query(countLookups, [user, lookups]);
      return row?.lookups ?? lookups;
    },
  };
}

async function readPolicy(database: Database): Promise<Policy> {
  const [known, takenBack, people] = await Promise.all([
    database.query(purposes, []),
    database.query(withdrawals, []),
    database.query(protectedPersons, []),
  ]);
  return {
    purposes: new Map(known.map((purpose) => [purpose.code, purpose])),
    withdrawals: takenBack,
    protectedPersons: new Set(people.map(({ id }) => id)),
  };
}
