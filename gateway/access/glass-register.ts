import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { placeOf, type RegisterSeal } from '../../schema/kit/sealing/register-seal.ts';
import type { Database } from '../../schema/register/database.ts';
import { statement } from '../../schema/register/statement.ts';
import type { GlassOpening, GlassRegister } from './break-glass.ts';

const RUNNING = `
  SELECT 1 AS running FROM review WHERE kind = 'BREAK_GLASS' AND user_name = $1 AND client = $2 AND purpose = $3
    AND case_numbers = ARRAY[$4] AND until > $5::timestamptz LIMIT 1`;
const running = statement<{ readonly running: number }>(RUNNING);

const COUNT = `
  INSERT INTO break_glass_count (user_name, day, openings)
  SELECT $1, ($2::timestamptz AT TIME ZONE 'Asia/Shanghai')::date, 1 WHERE $3 > 0
  ON CONFLICT (user_name, day) DO UPDATE SET openings = break_glass_count.openings + 1
  WHERE break_glass_count.openings < $3`;

const ENTER = `
  INSERT INTO review (id, kind, at, until, user_name, client, organization, purpose, case_numbers, reason)
  VALUES ($1, 'BREAK_GLASS', $2, $3, $4, $5, $6, $7, ARRAY[$8], $9)`;

/** Openings in the hub's register, their reasons sealed, counted together over every process; `now` tells milliseconds since 1970. */
export function openGlassRegister(database: Database, now: () => number = Date.now): GlassRegister {
  return {
    async open(opening) {
      const { user, client, purpose, caseNumber } = opening;
      const at = new Date(now());
      const key = [user, client, purpose, caseNumber, at];
      if ((await database.query(running, key)).length > 0) return true;
      return database.transaction(async (session) => {
        await session.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`break-glass ${user}`]);
        // Another request of the same user may have opened it meanwhile.
        if ((await session.query(RUNNING, key)).rows.length > 0) return true;
        return enter(session, opening, at, database.seal);
      });
    },
  };
}

async function enter(
  session: pg.PoolClient,
  opening: GlassOpening,
  at: Date,
  { seal }: RegisterSeal,
): Promise<boolean> {
  const { user, client, organization, purpose, caseNumber, reason, minutes, perDay } = opening;
  if ((await session.query(COUNT, [user, at, perDay])).rowCount === 0) return false;
  const until = new Date(at.getTime() + minutes * 60_000);
  const id = uuidv7();
  const sealed = seal(reason, placeOf('review', 'reason', [id]));
  await session.query(ENTER, [id, at, until, user, client, organization, purpose, caseNumber, sealed]);
  return true;
}
