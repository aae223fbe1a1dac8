import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkpointText, readCheckpoint } from '../../../schema/ledger/checkpoint.ts';
import { GrowingTree } from '../../../schema/ledger/growing-tree.ts';
import { noteKey, signatureLine, signersOf } from '../../../schema/ledger/note.ts';
import { proveConsistency } from '../../../schema/ledger/proof.ts';
import { leafHashOf } from '../../../schema/ledger/tree-hashes.ts';
import { type WitnessedLedger, witnessOnce } from '../witness/witness-once.ts';
import { openWitnessState, type WitnessState } from '../witness/witness-state.ts';

const pair = generateKeyPairSync('ed25519');
const key = noteKey('hub.example/ledger', pair.publicKey);

const rootOf = (leaves: readonly Buffer[]): Buffer => {
  const tree = new GrowingTree();
  for (const leaf of leaves) tree.append(leaf);
  return tree.root;
};

/** A ledger of these entries, that signs its head with a key. */
function ledgerOf(entries: readonly string[], signed = pair): WitnessedLedger & { readonly taken: string[] } {
  const leaves = entries.map((entry) => leafHashOf(entry));
  const text = checkpointText({ origin: key.name, size: leaves.length, root: rootOf(leaves) });
  const taken: string[] = [];
  return {
    taken,
    checkpoint: () =>
      Promise.resolve(`${text}\n${signatureLine(text, noteKey(key.name, signed.publicKey), signed.privateKey)}`),
    consistency: (from, to) =>
      proveConsistency((start, end) => Promise.resolve(rootOf(leaves.slice(start, end))), from, to),
    cosign: async (note) => void taken.push(note),
  };
}

let folder: string;
let state: WitnessState;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'governance-hub-witness-'));
  state = openWitnessState(folder, 'audit.example/witness');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const look = (ledger: WitnessedLedger) => witnessOnce(ledger, [key], state);

describe('a witness', () => {
  it('signs every head that contains what it signed before', async () => {
    const ledgers = [[], ['a'], ['a', 'b', 'c'], ['a', 'b', 'c'], ['a', 'b', 'c', 'd', 'e', 'f', 'g']].map((entries) =>
      ledgerOf(entries),
    );
    const grown: number[] = [];
    for (const ledger of ledgers) {
      grown.push((await look(ledger)).grownBy);
      const { note } = readCheckpoint(ledger.taken[0] ?? '');
      expect(signersOf(note, [key, state.key])).toEqual([key, state.key]);
    }
    expect(grown).toEqual([0, 1, 2, 0, 4]);
  });

  it.each([
    ['LEDGER_FORKED', ['a', 'x']],
    ['LEDGER_FORKED', ['a', 'x', 'c', 'd']],
    ['LEDGER_SHRUNK', ['a']],
    ['LEDGER_SHRUNK', []],
  ])('signs nothing and says %s where it is shown %o after a, b', async (code, entries) => {
    await look(ledgerOf(['a', 'b']));
    const other = ledgerOf(entries);
    await expect(look(other)).rejects.toMatchObject({ code });
    expect(other.taken).toEqual([]);
    expect(readdirSync(folder).filter((file) => file.startsWith('refused-'))).toHaveLength(1);
    // What it signed before stands.
    expect((await look(ledgerOf(['a', 'b', 'c']))).grownBy).toBe(1);
  });

  it('signs nothing that another key signed, or nobody', async () => {
    const forged = ledgerOf(['a'], generateKeyPairSync('ed25519'));
    await expect(look(forged)).rejects.toMatchObject({ code: 'CHECKPOINT_INVALID' });
    await expect(look({ ...forged, checkpoint: () => Promise.resolve('nothing') })).rejects.toMatchObject({
      code: 'CHECKPOINT_INVALID',
    });
    expect(forged.taken).toEqual([]);
  });

  it('remembers before it signs, so that it never signs two heads of one size', async () => {
    const lost: WitnessedLedger = { ...ledgerOf(['a', 'b']), cosign: () => Promise.reject(new Error('cut off')) };
    await expect(look(lost)).rejects.toThrow('cut off');
    await expect(look(ledgerOf(['a', 'x']))).rejects.toMatchObject({ code: 'LEDGER_FORKED' });
  });
});
