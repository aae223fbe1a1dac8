import { statement } from '../register/statement.ts';
import type { Entry } from './drafts.ts';
import { disclosureHash, recordHash } from './entry.ts';
import type { GrowingTree } from './growing-tree.ts';

/** Heights of subtrees whose roots are kept are multiples of this. */
export const TILE_HEIGHT = 8;

/**
 * Moves the tree from the state that the writer knows and enters the group: all of it, or nothing where another writer
 * moved the tree meanwhile. One statement, so that a group costs one flush.
 */
export const appendGroup = statement<{ moved: number }>(`
  WITH tree AS (
    UPDATE ledger_tree SET size = $1, peaks = $2 WHERE id = 1 AND size = $3 AND peaks = $4 RETURNING id
  ), entered AS (
    INSERT INTO disclosure (leaf, id, at, request_id, client, user_name, organization, department, purpose, case_number,
                            persons, fields, break_glass, answer, salt, leaf_hash)
    SELECT entry.leaf, entry.id, to_timestamp(entry.at / 1000.0), entry.request_id, entry.client, entry.user_name,
           entry.organization, entry.department, entry.purpose, entry.case_number, entry.persons::uuid[],
           entry.fields::text[], entry.break_glass, entry.answer, entry.salt, entry.leaf_hash
    FROM tree, unnest($5::bigint[], $6::uuid[], $7::bigint[], $8::text[], $9::text[], $10::text[], $11::text[],
                      $12::text[], $13::text[], $14::text[], $15::text[], $16::text[], $17::boolean[], $18::text[],
                      $19::uuid[], $20::bytea[])
      AS entry (leaf, id, at, request_id, client, user_name, organization, department, purpose, case_number, persons,
                fields, break_glass, answer, salt, leaf_hash)
  ), recorded AS (
    INSERT INTO ledger_record (leaf, id, at, kind, actor, facts, leaf_hash)
    SELECT entry.leaf, entry.id, to_timestamp(entry.at / 1000.0), entry.kind, entry.actor, entry.facts, entry.leaf_hash
    FROM tree, unnest($21::bigint[], $22::uuid[], $23::bigint[], $24::text[], $25::text[], $26::text[], $27::bytea[])
      AS entry (leaf, id, at, kind, actor, facts, leaf_hash)
  ), kept AS (
    INSERT INTO ledger_node (level, position, hash)
    SELECT node.level, node.position, node.hash
    FROM tree, unnest($28::int[], $29::bigint[], $30::bytea[]) AS node (level, position, hash)
  )
  SELECT count(*)::int AS moved FROM tree`);

/** Appends the group to the tree, in memory, and answers the values of {@link appendGroup}. */
export function growBy(tree: GrowingTree, group: readonly Entry[]): unknown[] {
  const before = [tree.size, tree.peaks];
  const nodes: { level: number; position: number; hash: Buffer }[] = [];
  const keep = (height: number, position: number, hash: Buffer) => {
    if (height % TILE_HEIGHT === 0) nodes.push({ level: height / TILE_HEIGHT, position, hash });
  };
  const disclosures: unknown[][] = Array.from({ length: 16 }, () => []);
  const records: unknown[][] = Array.from({ length: 7 }, () => []);
  for (const { type, entry } of group) {
    const leaf = tree.size;
    const hash = type === 'disclosure' ? disclosureHash(leaf, entry) : recordHash(leaf, entry);
    const row =
      type === 'disclosure'
        ? [
            leaf,
            entry.id,
            entry.at,
            entry.requestId,
            entry.client,
            entry.user,
            entry.organization,
            entry.department,
            entry.purpose,
            entry.caseNumber,
            arrayLiteral(entry.persons),
            arrayLiteral(entry.fields),
            entry.breakGlass,
            entry.answer,
            entry.salt,
            hash,
          ]
        : [leaf, entry.id, entry.at, entry.kind, entry.actor, entry.facts, hash];
    const columns = type === 'disclosure' ? disclosures : records;
    row.forEach((value, column) => columns[column]?.push(value));
    tree.append(hash, keep);
  }
  return [
    tree.size,
    tree.peaks,
    ...before,
    ...disclosures,
    ...records,
    nodes.map(({ level }) => level),
    nodes.map(({ position }) => position),
    nodes.map(({ hash }) => hash),
  ];
}

const arrayLiteral = (values: readonly string[]): string =>
  `{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
