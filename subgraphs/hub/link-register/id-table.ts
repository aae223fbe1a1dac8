import type pg from 'pg';
import { statement } from '../../../schema/register/statement.ts';

/** What ids are kept for. */
export type IdKind = 'person' | 'household' | 'dwelling';

/** Anything that sends a prepared statement: a pool, or the client of a transaction. */
export type Sender = Pick<pg.ClientBase, 'query'>;

/** The statements over the ids of one kind and their tokens; tokens are hexadecimal text. */
export interface IdTable {
  readonly kind: IdKind;
  /** Ids by token; tokens that nobody has are missing. */
  find(sender: Sender, tokens: readonly string[]): Promise<Map<string, string>>;
  /**
   * Gives tokens their ids where they have none, and makes the ids that are new; answers the tokens that were given one.
   * A token that another import gave an id meanwhile keeps that one.
   */
  give(sender: Sender, given: ReadonlyMap<string, string>, keyId: string): Promise<Set<string>>;
  /** Puts tokens under a newer key in the place of those under an older: old → new. */
  move(sender: Sender, moved: ReadonlyMap<string, string>, keyId: string): Promise<void>;
}

/** The table of ids of a kind. */
export function idTable(kind: IdKind): IdTable {
  const find = statement<{ ordinal: number; id: string }>(`
    SELECT asked.ordinal::int, known.${kind}_id AS id
    FROM unnest($1::text[]) WITH ORDINALITY AS asked (token, ordinal)
    JOIN ${kind}_token known ON known.token = decode(asked.token, 'hex')`);
  // In the order of tokens, so that two imports never wait for each other.
  const give = statement<{ token: string }>(`
    WITH given AS (
      INSERT INTO ${kind}_token (token, ${kind}_id, key_id)
      SELECT decode(token, 'hex'), id, $3 FROM unnest($1::text[], $2::uuid[]) AS asked (token, id) ORDER BY token
      ON CONFLICT DO NOTHING RETURNING token, ${kind}_id AS id
    ), made AS (
      INSERT INTO ${kind} (id) SELECT DISTINCT id FROM given ORDER BY id ON CONFLICT DO NOTHING
    )
    SELECT encode(token, 'hex') AS token FROM given`);
  const move = statement<never>(`
    UPDATE ${kind}_token SET token = decode(moved.newer, 'hex'), key_id = $3
    FROM unnest($1::text[], $2::text[]) AS moved (older, newer) WHERE token = decode(moved.older, 'hex')`);
  return {
    kind,
    async find(sender, tokens) {
      const { rows } = await sender.query<{ ordinal: number; id: string }>({ ...find, values: [array(tokens)] });
      return new Map(rows.map(({ ordinal, id }) => [tokens[ordinal - 1] as string, id]));
    },
    async give(sender, given, keyId) {
      const values = [array([...given.keys()]), array([...given.values()]), keyId];
      const { rows } = await sender.query<{ token: string }>({ ...give, values });
      return new Set(rows.map(({ token }) => token));
    },
    async move(sender, moved, keyId) {
      await sender.query({ ...move, values: [array([...moved.keys()]), array([...moved.values()]), keyId] });
    },
  };
}

/** Hexadecimal text and ids need no quoting, which is most of the cost of an array of thousands. */
const array = (values: readonly string[]): string => `{${values.join(',')}}`;
