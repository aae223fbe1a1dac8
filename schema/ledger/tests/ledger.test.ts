import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../register/database.ts';
import { type ScratchDatabase, scratchRegister } from '../../register/tests/scratch-register.ts';
import { adoptOlderEntries } from '../adopt-older-entries.ts';
import { ledgerIn } from '../ledger.ts';
import { thinLedger } from '../thin.ts';
import { verifyLedger } from '../verify-ledger.ts';
import { withholdCase } from '../withholding.ts';
import { leavesOf } from './kept-leaves.ts';
import { rootOf } from './root-of.ts';
import { personId, readOf } from './sample-reads.ts';

let hub: ScratchDatabase;
beforeEach(async () => {
  hub = await scratchRegister('hub');
});
afterEach(() => hub?.close());

describe('the ledger', () => {
  it('keeps every entry at its place in one tree, whose root is that of the hashes kept', async () => {
    const ledger = ledgerIn(hub.database);
    await ledger.disclose([readOf(), readOf({ persons: [personId(2), personId(3)] })]);
    await ledger.record({ kind: 'purpose.changed', actor: 'keeper', facts: { purpose: 'docket' } });
    await Promise.all(Array.from({ length: 600 }, () => ledger.disclose([readOf()])));
    const { tree, origin } = await ledger.state();
    const leaves = await leavesOf(hub.database);
    expect(leaves.map(({ leaf }) => leaf)).toEqual(Array.from({ length: 603 }, (_, leaf) => leaf));
    expect(tree.size).toBe(603);
    expect(tree.root).toEqual(rootOf(leaves.map(({ hash }) => hash)));
    expect(origin).toMatch(/^county-governance-hub\/ledger-[0-9a-f]{12}$/);
    const { rows } = await hub.database.pool.query('SELECT level, position, hash FROM ledger_node ORDER BY position');
    const whole = [0, 1].map((position) => ({
      level: 1,
      position,
      hash: rootOf(leaves.slice(position * 256, position * 256 + 256).map(({ hash }) => hash)),
    }));
    expect(rows).toEqual(whole);
  });

  it('writes what arrives during a write with the next one', async () => {
    const ledger = ledgerIn(hub.database);
    await ledger.disclose([readOf()]);
    const watch = hub.database.watch();
    await Promise.all(Array.from({ length: 50 }, () => ledger.disclose([readOf()])));
    watch.stop();
    expect(watch.texts.filter((text) => text.includes('INSERT')).length).toBeLessThan(5);
    expect((await ledger.state()).tree.size).toBe(51);
  });

  it('is one sequence whichever processes write it', async () => {
    const others = [1, 2, 3].map(() => openDatabase(hub.connectionString, { max: 2 }));
    const writers = [hub.database, ...others].map(ledgerIn);
    const rounds = Array.from({ length: 40 }, (_, round) => readOf({ requestId: `round-${round}` }));
    try {
      await Promise.all(
        writers.map(async (writer) => {
          for (const read of rounds) await writer.disclose([read, read]);
        }),
      );
    } finally {
      await Promise.all(others.map((database) => database.close()));
    }
    const leaves = await leavesOf(hub.database);
    expect(leaves.map(({ leaf }) => leaf)).toEqual(Array.from({ length: 4 * 40 * 2 }, (_, leaf) => leaf));
    expect((await ledgerIn(hub.database).state()).tree.root).toEqual(rootOf(leaves.map(({ hash }) => hash)));
  });

  it('refuses alone what could not be kept, and goes on', async () => {
    const ledger = ledgerIn(hub.database);
    const [refused, nobody, kept] = await Promise.allSettled([
      ledger.disclose([readOf({ purpose: null })]),
      ledger.disclose([readOf({ persons: ['not an id'] })]),
      ledger.disclose([readOf({ user: 'a\0b\uD800', fields: ['a"b\\c,{}'] })]),
    ]);
    expect([refused?.status, nobody?.status, kept?.status]).toEqual(['rejected', 'rejected', 'fulfilled']);
    const { rows } = await hub.database.pool.query('SELECT user_name, fields FROM disclosure');
    expect(rows).toEqual([{ user_name: 'a\uFFFDb\uFFFD', fields: ['a"b\\c,{}'] }]);
  });

  it('rejects, and enters nothing, while it cannot be written; then goes on', async () => {
    const ledger = ledgerIn(hub.database);
    await ledger.disclose([readOf()]);
    await hub.database.pool.query('ALTER TABLE disclosure RENAME TO away');
    await expect(ledger.disclose([readOf()])).rejects.toThrow();
    await hub.database.pool.query('ALTER TABLE away RENAME TO disclosure');
    await ledger.disclose([readOf()]);
    expect((await leavesOf(hub.database)).map(({ leaf }) => leaf)).toEqual([0, 1]);
  });

  it('takes in what was kept before there was a ledger, oldest first, once', async () => {
    await hub.database.pool.query(`
      INSERT INTO disclosure_before_ledger VALUES
        (gen_random_uuid(), '2026-05-02', 'later', 'c', 'u', NULL, 'justice', 'docket', NULL, '{${personId(1)}}', '{a}', false),
        (gen_random_uuid(), '2026-05-01', 'earlier', 'c', 'u', NULL, 'justice', 'docket', NULL, '{}', '{a}', true)`);
    await adoptOlderEntries(hub.database);
    await adoptOlderEntries(hub.database);
    const { rows } = await hub.database.pool.query(
      'SELECT leaf, request_id, break_glass FROM disclosure ORDER BY leaf',
    );
    expect(rows).toEqual([
      { leaf: 0, request_id: 'earlier', break_glass: true },
      { leaf: 1, request_id: 'later', break_glass: false },
    ]);
    expect((await verifyLedger(hub.database, { keys: [] })).findings).toEqual([]);
  });

  it('erases whom old entries name, on record, and verifies as before', async () => {
    const ledger = ledgerIn(hub.database);
    const old = Date.parse('2020-01-01');
    await ledger.disclose([readOf({ at: old }), readOf({ at: old, caseNumber: 'C2' }), readOf()]);
    await withholdCase(hub.database, 'C2', 'keeper');
    const before = new Date('2021-01-01');
    const root = (await ledger.state()).tree.root;
    expect(await thinLedger(hub.database, { before, actor: 'keeper', isTrial: true })).toEqual({
      before: 2,
      entries: 1,
    });
    expect((await ledger.state()).tree.root).toEqual(root);
    expect(await thinLedger(hub.database, { before, actor: 'keeper' })).toEqual({ before: 2, entries: 1 });
    const { rows } = await hub.database.pool.query(
      'SELECT thinned, persons::text[] AS persons, user_name, case_number, salt IS NULL AS unsalted FROM disclosure ORDER BY leaf',
    );
    expect(rows[0]).toEqual({ thinned: true, persons: [], user_name: null, case_number: null, unsalted: true });
    expect(rows.slice(1).map(({ thinned }) => thinned)).toEqual([false, false]);
    const verified = await verifyLedger(hub.database, { keys: [] });
    expect([verified.findings, verified.thinned, verified.entries]).toEqual([[], 1, 5]);
    await expect(thinLedger(hub.database, { before: new Date(), actor: 'keeper' })).rejects.toThrow('3 years');
  });
});
