import { placeOf } from '../../schema/kit/sealing/register-seal.ts';
import type { Database } from '../../schema/register/database.ts';

/** Ids of everybody on the population register by number, which only whoever holds the keys can read there. */
export async function personIds({ pool, seal }: Database): Promise<Map<string, string>> {
  const { rows } = await pool.query<{ number: string; id: string }>(
    'SELECT id_number AS number, person_id AS id FROM person',
  );
  return new Map(rows.map(({ number, id }) => [seal.open(number, placeOf('person', 'id_number', [id])), id]));
}
