import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addPair, openPairRing } from '../../kit/keys/pair-ring.ts';
import { type ScratchDatabase, scratchRegister } from '../../register/tests/scratch-register.ts';
import { growBy } from '../append-group.ts';
import { readCheckpoint, type SignedCheckpoint } from '../checkpoint.ts';
import { openCheckpoints, wholeNote } from '../checkpoints.ts';
import { disclosureHash } from '../entry.ts';
import { GrowingTree } from '../growing-tree.ts';
import { ledgerIn } from '../ledger.ts';
import { type NoteKey, noteKey } from '../note.ts';
import { verifyLedger } from '../verify-ledger.ts';
import { releaseCase, withholdCase } from '../withholding.ts';
import { leavesOf } from './kept-leaves.ts';
import { personId, readOf } from './sample-reads.ts';

const TABLES = ['disclosure', 'ledger_record', 'ledger_tree', 'ledger_node', 'ledger_checkpoint'];
const ENTRIES = 700;
const keysFolder = mkdtempSync(join(tmpdir(), 'governance-hub-ledger-keys-'));

let hub: ScratchDatabase;
let keys: NoteKey[];
let saved: SignedCheckpoint;

const run = (text: string, values: unknown[] = []) => hub.database.pool.query(text, values);
const verify = (options: Partial<Parameters<typeof verifyLedger>[1]> = {}) =>
  verifyLedger(hub.database, { keys, ...options });
const told = async (options: Parameters<typeof verify>[0] = {}) =>
  (await verify(options)).findings.map(({ kind, from, to }) => `${kind} ${from}-${to}`);

/** What a rogue administrator can do who has the signing key too: bring the tree up to the entries, and sign it. */
async function signAnew(): Promise<void> {
  const tree = new GrowingTree();
  await run('DELETE FROM ledger_node');
  for (const { hash } of await leavesOf(hub.database)) {
    const nodes: [number, number, Buffer][] = [];
    tree.append(hash, (height, position, root) => height % 8 === 0 && nodes.push([height / 8, position, root]));
    for (const node of nodes) await run('INSERT INTO ledger_node VALUES ($1, $2, $3)', node);
  }
  await run('UPDATE ledger_tree SET size = $1, peaks = $2', [tree.size, tree.peaks]);
  await run('DELETE FROM ledger_checkpoint');
  await openCheckpoints(hub.database, openPairRing(keysFolder, 'ledger')).sign();
}

/** Edits an entry and the hash beside it. */
async function editWithHash(leaf: number): Promise<void> {
  await run(`UPDATE disclosure SET user_name = 'nobody' WHERE leaf = $1`, [leaf]);
  const { rows } = await run(
    `SELECT id, (extract(epoch FROM at) * 1000)::bigint AS at, request_id AS "requestId", client, user_name AS "user",
       organization, department, purpose, case_number AS "caseNumber", persons::text[] AS persons, fields,
       break_glass AS "breakGlass", answer, salt FROM disclosure WHERE leaf = $1`,
    [leaf],
  );
  await run('UPDATE disclosure SET leaf_hash = $2 WHERE leaf = $1', [leaf, disclosureHash(leaf, rows[0])]);
}

beforeAll(async () => {
  hub = await scratchRegister('hub');
  const ring = openPairRing(keysFolder, 'ledger');
  const ledger = ledgerIn(hub.database);
  const checkpoints = openCheckpoints(hub.database, ring);
  const { origin } = await ledger.state();
  keys = ring.all.map(({ publicKey }) => noteKey(origin, publicKey));
  for (let number = 0; number < ENTRIES; number += 100) {
    const reads = Array.from({ length: 99 }, (_, more) => readOf({ persons: [personId(number + more)] }));
    await ledger.disclose(reads);
    await ledger.record({ kind: 'purpose.changed', facts: { number } });
    await checkpoints.sign();
  }
  saved = readCheckpoint(wholeNote(await checkpoints.sign()));
  for (const table of TABLES) await run(`CREATE TABLE whole_${table} AS SELECT * FROM ${table}`);
});
afterEach(async () => {
  await run(`TRUNCATE ${TABLES.join(', ')}`);
  for (const table of TABLES) await run(`INSERT INTO ${table} SELECT * FROM whole_${table}`);
});
afterAll(async () => {
  await hub?.close();
  rmSync(keysFolder, { recursive: true, force: true });
});

describe('the verification of a ledger', () => {
  it('finds nothing in a whole one, and tells how far it is signed', async () => {
    const { findings, entries, checkpoints, signed, root, size } = await verify({ saved });
    expect(findings).toEqual([]);
    expect([entries, size, signed, checkpoints]).toEqual([ENTRIES, ENTRIES, ENTRIES, 8]);
    expect(root).toBe(saved.root.toString('base64'));
  });

  it('finds an edited entry, whichever part of it was edited', async () => {
    const columns = [
      `user_name = 'another'`,
      `persons = '{${personId(999_999)}}'`,
      `persons = '{}'`,
      `at = at + interval '1 millisecond'`,
      `break_glass = true`,
      `fields = '{Person.id}'`,
      `purpose = 'docket'`,
      `department = 'civil-affairs'`,
      `client = 'other'`,
      `organization = NULL`,
      `case_number = NULL`,
      `request_id = 'other'`,
      `answer = 'said'`,
      `id = gen_random_uuid()`,
      `salt = gen_random_uuid()`,
      `leaf_hash = sha256('')`,
    ];
    for (const [index, column] of columns.entries()) {
      await run(`UPDATE disclosure SET ${column} WHERE leaf = $1`, [index * 30 + 1]);
    }
    await run(`UPDATE ledger_record SET facts = '{"number":1}' WHERE leaf = 99`);
    const expected = [...columns.keys()].map((index) => index * 30 + 1);
    expect(await told()).toEqual([...expected, 99].sort((a, b) => a - b).map((leaf) => `edited ${leaf}-${leaf}`));
  });

  it('finds a removed entry, and removed ones in a row', async () => {
    await run('DELETE FROM disclosure WHERE leaf IN (5, 300, 301, 302)');
    await run('DELETE FROM ledger_record WHERE leaf = 599');
    expect(await told()).toEqual(['removed 5-5', 'removed 300-302', 'removed 599-599']);
  });

  it('finds entries cut off at the end, also where the tree was cut to fit', async () => {
    await run('DELETE FROM disclosure WHERE leaf >= 650');
    await run('DELETE FROM ledger_record WHERE leaf >= 650');
    expect(await told()).toEqual(['truncated 650-699']);
    await run('UPDATE ledger_tree SET size = 0, peaks = $1', ['']);
    expect(await told()).toEqual(['truncated 650-699']);
  });

  it('finds an entry put in at the end, in a gap and over another', async () => {
    const copy = (leaf: number, from: number) =>
      run(
        `INSERT INTO disclosure SELECT $1, id, at, request_id, client, user_name, organization, department, purpose,
           case_number, persons, fields, break_glass, answer, salt, leaf_hash, thinned FROM disclosure WHERE leaf = $2`,
        [leaf, from],
      );
    await copy(ENTRIES, 3);
    await copy(99, 4);
    expect(await told()).toEqual(['inserted 99-99', `inserted ${ENTRIES}-${ENTRIES}`]);
  });

  it('finds entries that changed places, and where they were', async () => {
    await run('UPDATE disclosure SET leaf = -1 WHERE leaf = 10');
    await run('UPDATE disclosure SET leaf = 10 WHERE leaf = 20');
    await run('UPDATE disclosure SET leaf = 20 WHERE leaf = -1');
    const { findings } = await verify();
    expect(findings.map(({ kind, from }) => [kind, from])).toEqual([
      ['reordered', 10],
      ['reordered', 20],
    ]);
    expect(findings[0]?.text).toContain('it was entered as 20');
  });

  it('finds an entry that was edited together with its hash, in its range of 256', async () => {
    await editWithHash(300);
    expect(await told()).toEqual(['rewritten 300-399']);
    await run('DELETE FROM ledger_checkpoint');
    expect(await told()).toEqual(['hashes 256-511']);
  });

  it('finds one in the last, unfinished range between two checkpoints', async () => {
    await editWithHash(650);
    expect(await told()).toEqual(['rewritten 600-699']);
  });

  it('finds one where all hashes were made to fit, by the checkpoints that were signed', async () => {
    await editWithHash(300);
    await run('CREATE TABLE kept_heads AS SELECT * FROM ledger_checkpoint');
    await signAnew();
    await run('DELETE FROM ledger_checkpoint');
    await run('INSERT INTO ledger_checkpoint SELECT * FROM kept_heads');
    await run('DROP TABLE kept_heads');
    expect(await told()).toEqual(['rewritten 300-399']);
  });

  it('finds what was signed anew by a checkpoint that was saved elsewhere, and by nothing else', async () => {
    await editWithHash(300);
    await signAnew();
    expect(await told()).toEqual([]);
    expect(await told({ saved })).toEqual([`rewritten 0-${ENTRIES - 1}`]);
  });

  it('finds a tail that was cut off and signed anew by a checkpoint that was saved elsewhere', async () => {
    await run('DELETE FROM disclosure WHERE leaf >= 500');
    await run('DELETE FROM ledger_record WHERE leaf >= 500');
    await signAnew();
    expect(await told()).toEqual([]);
    expect(await told({ saved })).toEqual(['truncated 500-699']);
  });

  it('takes no head that another key signed or that is of another ledger', async () => {
    const other = mkdtempSync(join(tmpdir(), 'governance-hub-ledger-keys-'));
    await run('DELETE FROM ledger_checkpoint');
    const forged = await openCheckpoints(hub.database, openPairRing(other, 'ledger')).sign();
    rmSync(other, { recursive: true, force: true });
    expect(await told()).toEqual(['checkpoint 699-699']);
    await run('DELETE FROM ledger_checkpoint');
    expect(await told({ saved: readCheckpoint(wholeNote(forged)) })).toEqual(['checkpoint 699-699']);
    await run(`UPDATE ledger_tree SET origin = 'another/ledger'`);
    expect(await told({ saved })).toEqual(['checkpoint 699-699']);
  });

  it('takes heads of all keys of the ring once the key was rotated', async () => {
    addPair(join(keysFolder, 'keys'), 'ledger', 2);
    const ring = openPairRing(keysFolder, 'ledger');
    await ledgerIn(hub.database).disclose([readOf()]);
    await openCheckpoints(hub.database, ring).sign();
    const all = ring.all.map(({ publicKey }) => noteKey(saved.origin, publicKey));
    expect(all).toHaveLength(2);
    const { findings, checkpoints } = await verify({ keys: all, saved });
    expect([findings, checkpoints]).toEqual([[], 9]);
    rmSync(join(keysFolder, 'keys', 'ledger.2.jwk.json'));
  });

  it('finds a tree and hashes kept for proofs that were altered', async () => {
    await run(`UPDATE ledger_node SET hash = sha256('') WHERE position = 1`);
    expect(await told()).toEqual(['hashes 256-511']);
    await run('DELETE FROM ledger_node');
    expect(await told()).toEqual(['hashes 0-511']);
  });

  it('finds a person erased without a record of it, though the hash is right', async () => {
    await run(`UPDATE disclosure SET persons = '{}', user_name = NULL, salt = NULL, thinned = true WHERE leaf = 7`);
    expect(await told()).toEqual(['erased 7-7']);
  });

  it('finds a matter, or a purpose, that was withheld or released without a record', async () => {
    const withheld = async () => (await verify()).findings.map(({ text }) => text.split(':')[0]);
    await withholdCase(hub.database, 'C1', 'officer');
    await releaseCase(hub.database, 'C2', 'officer');
    const facts = { code: 'raid', withheldUntilReleased: true };
    await ledgerIn(hub.database).record({ kind: 'purpose.added', facts });
    await run(`INSERT INTO purpose (code, title, title_zh, legal_basis, bound_to, valid_from, withheld_until_released)
      VALUES ('raid', 'Raid', '查处', '法', 'CASE', now(), true), ('docket', 'Docket', '清单', '法', 'AREA', now(), false)`);
    expect(await withheld()).toEqual([]);
    await run(`INSERT INTO ledger_withholding VALUES ('C0', now(), NULL)`);
    await run('UPDATE ledger_withholding SET released_at = now() WHERE case_number = $1', ['C1']);
    await run('DELETE FROM ledger_withholding WHERE case_number = $1', ['C2']);
    await run('UPDATE purpose SET withheld_until_released = NOT withheld_until_released');
    expect(await withheld()).toEqual(['matter C0', 'matter C1', 'matter C2', 'purpose docket', 'purpose raid']);
    await run('DELETE FROM purpose');
    await run('DELETE FROM ledger_withholding');
  });

  it('looks at the entries from a place on, and believes the hashes before', async () => {
    await run(`UPDATE disclosure SET user_name = 'another' WHERE leaf IN (5, 600)`);
    const { findings, entries } = await verify({ from: 520, saved });
    expect(findings.map(({ from }) => from)).toEqual([600]);
    expect(entries).toBe(ENTRIES - 512);
  });

  it('says so where the row of the tree is gone', async () => {
    await run('DELETE FROM ledger_tree');
    expect(await told()).toEqual(['tree 0-0']);
  });

  it('grows a copy that is told of twice to two trees alike', () => {
    const one = new GrowingTree();
    const two = new GrowingTree();
    expect(growBy(one, [])).toEqual(growBy(two, []));
  });
});
