import { userInfo } from 'node:os';
import type { Database } from '../../../schema/register/database.ts';
import { statement } from '../../../schema/register/statement.ts';

/** Somebody protected, and since when. */
export interface ProtectedPerson {
  readonly id: string;
  readonly since: string;
  readonly by: string;
}

const all = statement<ProtectedPerson>(
  'SELECT person_id AS id, since, by FROM protected_person ORDER BY since, person_id',
);

const unknown = statement<{ readonly unknown: number }>(`
  SELECT count(*)::int AS unknown FROM unnest($1::uuid[]) AS asked (id)
  WHERE NOT EXISTS (SELECT FROM person WHERE person.id = asked.id)`);

const enter = statement<{ readonly id: string }>(`
  INSERT INTO protected_person (person_id, since, by) SELECT DISTINCT asked.id, now(), $2
  FROM unnest($1::uuid[]) AS asked (id) ON CONFLICT DO NOTHING RETURNING person_id AS id`);

// Under whichever of several ids of one person somebody was entered.
const end = statement<{ readonly id: string }>(`
  DELETE FROM protected_person WHERE person_id = ANY($1::uuid[]) OR person_id IN (
    SELECT same.id FROM person known
    JOIN person same ON coalesce(known.superseded_by, known.id) IN (same.id, same.superseded_by)
    WHERE known.id = ANY($1::uuid[]))
  RETURNING person_id AS id`);

/** Who is protected. */
export const listProtected = (database: Database): Promise<ProtectedPerson[]> => database.query(all, []);

/** How many of these ids the hub does not know. */
export const unknownOf = async (database: Database, ids: readonly string[]): Promise<number> =>
  (await database.query(unknown, [ids]))[0]?.unknown ?? 0;

/** Protects people, everywhere within a second; answers how many were not before. */
export const protect = async (database: Database, ids: readonly string[]): Promise<number> =>
  (await database.query(enter, [ids, userInfo().username])).length;

/** Ends the protection of people; answers how many had it. */
export const release = async (database: Database, ids: readonly string[]): Promise<number> =>
  (await database.query(end, [ids])).length;
