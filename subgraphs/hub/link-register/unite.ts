import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../../../schema/register/database.ts';
import type { IdTable } from './id-table.ts';
import type { KnownTokens } from './known-tokens.ts';

/** Two tokens, as hexadecimal text, of one and the same. */
type TokenPair = readonly [string, string];

/**
 * Makes each pair of numbers answer one id. Where neither has one it is made; where both have, the older id survives, the
 * younger is superseded by it and every token of it answers the survivor from then on. Safe beside other imports.
 */
export async function unite<Asked>(
  database: Database,
  known: KnownTokens<Asked>,
  told: readonly { readonly current: Asked; readonly previous: Asked }[],
): Promise<void> {
  const { table } = known;
  const key = known.writingKey();
  const of = (asked: Asked) => known.tokenOf(key, asked);
  const pairs = told.map(({ current, previous }): TokenPair => [of(current), of(previous)]);
  await known.settle(
    key,
    new Map(told.flatMap(({ current, previous }) => [current, previous]).map((asked) => [of(asked), asked])),
  );
  const tokens = [...new Set(pairs.flat())];
  const united = (ids: ReadonlyMap<string, string>) =>
    pairs.every(([one, other]) => {
      const id = ids.get(one);
      return id !== undefined && id === ids.get(other);
    });
  // An import that merges nothing may give one of the tokens an id of its own meanwhile: look again until all is well.
  while (!united(await table.find(database.pool, tokens))) {
    await database.transaction(async (client) => {
      await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`hub.merge.${table.kind}`]);
      const ids = await table.find(client, tokens);
      const { given, superseded } = survivors(pairs, ids);
      if (given.size > 0) await table.give(client, given, key.id);
      if (superseded.size > 0) await supersede(client, table, superseded);
    });
  }
}

/** Which id each token without one gets, and which ids give way to which. */
function survivors(pairs: readonly TokenPair[], ids: ReadonlyMap<string, string>) {
  const leaders = new Map<string, string>();
  const leaderOf = (member: string): string => {
    let leader = member;
    for (let next = leaders.get(leader); next !== undefined; next = leaders.get(leader)) leader = next;
    return leader;
  };
  // A token stands for itself until it has an id; then all tokens of the id stand together.
  const memberOf = (token: string) => ids.get(token) ?? token;
  for (const [one, other] of pairs) {
    const [first, second] = [one, other].map((token) => leaderOf(memberOf(token))) as [string, string];
    if (first === second) continue;
    const [leader, follower] = precedes(first, second) ? [first, second] : [second, first];
    leaders.set(follower, leader);
  }
  const made = new Map<string, string>();
  const idOf = (leader: string): string => {
    if (isId(leader)) return leader;
    const id = made.get(leader) ?? uuidv7();
    made.set(leader, id);
    return id;
  };
  const given = new Map<string, string>();
  const superseded = new Map<string, string>();
  for (const token of pairs.flat()) {
    const id = ids.get(token);
    const survivor = idOf(leaderOf(memberOf(token)));
    if (id === undefined) given.set(token, survivor);
    else if (id !== survivor) superseded.set(id, survivor);
  }
  return { given, superseded };
}

const isId = (member: string): boolean => member.includes('-');

/** Whether the first leads: an id before a token without one, and of two ids the older (UUIDv7 sorts by age). */
const precedes = (first: string, second: string): boolean =>
  isId(first) === isId(second) ? first < second : isId(first);

async function supersede(
  client: pg.PoolClient,
  { kind }: IdTable,
  superseded: ReadonlyMap<string, string>,
): Promise<void> {
  const values = [[...superseded.keys()], [...superseded.values()]];
  const merged = 'unnest($1::uuid[], $2::uuid[]) AS merged (loser, survivor)';
  await client.query(`UPDATE ${kind}_token SET ${kind}_id = survivor FROM ${merged} WHERE ${kind}_id = loser`, values);
  await client.query(
    `UPDATE ${kind} SET superseded_by = survivor FROM ${merged} WHERE id = loser OR superseded_by = loser`,
    values,
  );
  if (kind === 'person') {
    await client.query(
      `UPDATE person SET area_code = lost.area_code FROM ${merged}, person lost
       WHERE person.id = survivor AND person.area_code IS NULL AND lost.id = loser AND lost.area_code IS NOT NULL`,
      values,
    );
  }
  await client.query(
    `INSERT INTO merge_count (kind, merges) VALUES ($1, $2)
     ON CONFLICT (kind) DO UPDATE SET merges = merge_count.merges + EXCLUDED.merges`,
    [kind, superseded.size],
  );
}
