import { v7 as uuidv7 } from 'uuid';
import type { Viewer } from '../../schema/kit/viewer.ts';
import type { Database } from '../../schema/register/database.ts';
import type { SelfOpeningRule } from './purpose.ts';

/** Remembers who opened matters that he took in himself, and shows the auditor whoever does so repeatedly. */
export interface SelfOpenings {
  /** Notes that sealed facets of the matter in hand were opened; resolves once that is kept. */
  note(viewer: Viewer, rule: SelfOpeningRule): Promise<void>;
}

const NOTE = `
  INSERT INTO self_opening (user_name, case_number, last_at, openings) VALUES ($1, $2, now(), 1)
  ON CONFLICT (user_name, case_number) DO UPDATE SET last_at = now(), openings = self_opening.openings + 1`;

const RECENT = `
  SELECT coalesce(array_agg(case_number ORDER BY case_number), '{}') AS numbers FROM self_opening
  WHERE user_name = $1 AND last_at > now() - make_interval(days => $2)`;

const ADD = `
  UPDATE review SET case_numbers = (SELECT array_agg(DISTINCT number ORDER BY number)
                                    FROM unnest(case_numbers || $2::text[]) AS number)
  WHERE kind = 'SELF_OPENING' AND user_name = $1 AND until > now()`;

const SHOW = `
  INSERT INTO review (id, kind, at, until, user_name, client, organization, purpose, case_numbers)
  VALUES ($1, 'SELF_OPENING', now(), now() + make_interval(days => $2), $3, $4, $5, $6, $7)`;

/** Keeps them in the hub's register. */
export function openSelfOpenings(database: Database): SelfOpenings {
  return {
    note: ({ user, client, organization, purpose, matter }, { matters, days }) =>
      database.transaction(async (session) => {
        await session.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`self-opening ${user}`]);
        await session.query(NOTE, [user, matter?.caseNumber]);
        const recent = await session.query<{ numbers: string[] }>(RECENT, [user, days]);
        const numbers = recent.rows[0]?.numbers ?? [];
        if (numbers.length < matters || (await session.query(ADD, [user, numbers])).rowCount) return;
        await session.query(SHOW, [uuidv7(), days, user, client, organization, purpose, numbers]);
      }),
  };
}

/** Field sets that show people masked, or tell no more than an id. */
const MASKED: ReadonlySet<string> = new Set(['Person.id', 'Person.masked', 'Household', 'Mediation']);

/** Whether a disclosure is of something sealed: not masked, and not open by scopes that hold for every record. */
export function isSealed(fields: string, { scopes }: Viewer, required: ReadonlyMap<string, string[][]>): boolean {
  const alternatives = required.get(fields);
  if (!alternatives) return !MASKED.has(fields);
  return !alternatives.some((alternative) => alternative.every((scope) => scopes.includes(scope)));
}
