import { sign, verify } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calculateJwkThumbprint } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listKeys, retireKey, rotateKey } from '../change-keys.ts';
import { keyUses } from '../key-uses.ts';
import { openPairRing, openPublicRing } from '../pair-ring.ts';
import { openSecretRing } from '../secret-ring.ts';

let data: string;
let directory: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'key-ring-'));
  directory = join(data, 'keys');
});
afterEach(() => rmSync(data, { recursive: true }));

const use = (name: string) => {
  const found = keyUses().find((known) => known.use === name);
  if (!found) throw new Error(`Expected a use of keys: ${name}.`);
  return found;
};

describe('a ring of secrets', () => {
  it('takes in the one key there was as its first', () => {
    mkdirSync(directory, { mode: 0o700 });
    writeFileSync(join(directory, 'cursor.key'), Buffer.alloc(32, 9), { mode: 0o600 });
    const ring = openSecretRing(data, 'cursor');
    expect(ring.newest.bytes).toEqual(Buffer.alloc(32, 9));
    expect(ring.all).toHaveLength(1);
  });

  it('makes its first key readable by its owner alone', () => {
    openSecretRing(data, 'link').look();
    expect(statSync(join(directory, 'link.key')).mode & 0o777).toBe(0o600);
    expect(statSync(directory).mode & 0o777).toBe(0o700);
  });

  it('seals with the newest key after a rotation, in a process that runs, and still knows the one before', () => {
    const ring = openSecretRing(data, 'cursor');
    const before = ring.newest;
    const { id } = rotateKey(directory, use('cursor'));
    expect(ring.find(id)?.bytes).toHaveLength(32);
    expect(ring.newest.id).toBe(id);
    expect(ring.find(before.id)).toEqual(before);
    expect(ring.all.map((key) => key.id)).toEqual([id, before.id]);
  });

  it('tells the keys of one use from those of others whose name begins alike', () => {
    mkdirSync(directory, { mode: 0o700 });
    for (const file of ['seal.key', 'sealing.key', 'seal.2.key', 'seal.2.key.77', 'seal.x.key']) {
      writeFileSync(join(directory, file), Buffer.alloc(32, file.length), { mode: 0o600 });
    }
    expect(listKeys(directory, use('seal')).map(({ ordinal }) => ordinal)).toEqual([2, 1]);
  });

  it('refuses a key that others may read, and one that is no key, without showing it', () => {
    openSecretRing(data, 'seal').look();
    chmodSync(join(directory, 'seal.key'), 0o644);
    expect(() => openSecretRing(data, 'seal').newest).toThrow(/readable by its owner alone/);
    chmodSync(join(directory, 'seal.key'), 0o600);
    writeFileSync(join(directory, 'seal.key'), 'hunter2');
    expect(() => openSecretRing(data, 'seal').newest).toThrow(/^Expected 32 bytes in the key file seal.key.$/);
  });

  it('forgets a key that is retired, and keeps the newest', () => {
    const ring = openSecretRing(data, 'link');
    const { id: first } = ring.newest;
    const { id: second } = rotateKey(directory, use('link'));
    expect(() => retireKey(directory, use('link'), second)).toThrow(/Expected an older key/);
    expect(() => retireKey(directory, use('link'), 'ffffffff')).toThrow(/Expected the id of a key/);
    retireKey(directory, use('link'), first);
    ring.look();
    expect(ring.all.map(({ id }) => id)).toEqual([second]);
  });
});

describe('a ring of pairs', () => {
  it('signs with a key that was made elsewhere once that is moved in', () => {
    const pairs = openPairRing(data, 'viewer');
    const before = pairs.newest.id;
    const elsewhere = join(data, 'elsewhere');
    const { id } = rotateKey(directory, use('viewer'), elsewhere);
    pairs.look();
    expect(pairs.newest.id).toBe(before);
    for (const file of readdirSync(elsewhere)) renameSync(join(elsewhere, file), join(directory, file));
    pairs.look();
    expect(pairs.all.map((key) => key.id)).toEqual([id, before]);
  });

  it('signs with the newest, verifies with each, and calls them by their thumbprint', async () => {
    const pairs = openPairRing(data, 'viewer');
    const before = pairs.newest;
    const { id } = rotateKey(directory, use('viewer'));
    expect(await calculateJwkThumbprint(before.publicJwk)).toBe(before.id);
    const text = Buffer.from('text');
    const signature = sign(null, text, before.privateKey);
    const publics = openPublicRing(data, 'viewer');
    expect(publics.all.map((key) => key.id)).toEqual([id, before.id]);
    expect(verify(null, text, publics.find(before.id)!.publicKey, signature)).toBe(true);
    expect(verify(null, text, publics.find(id)!.publicKey, signature)).toBe(false);
  });

  it('needs nothing but public halves where it verifies alone', () => {
    const pairs = openPairRing(data, 'viewer');
    const { id } = pairs.newest;
    rmSync(join(directory, 'viewer.jwk.json'));
    expect(openPublicRing(data, 'viewer').all.map((key) => key.id)).toEqual([id]);
    expect(readFileSync(join(directory, 'viewer.public.jwk.json'), 'utf8')).not.toContain('"d"');
  });
});
