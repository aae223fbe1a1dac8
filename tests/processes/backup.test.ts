import { appendFileSync, cpSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readManifest } from '../../schema/backup/manifest.ts';
import { askAt, operation } from '../kit/hub-client.ts';
import { hubCommand } from '../kit/hub-command.ts';
import { runCommand, startHub } from '../kit/hub-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'governance-hub-backup-'));
const place = (name: string) => join(folder, name);
const data = place('data');
const backup = place('backup');
const passphrase = place('passphrase');
const head = place('checkpoint.txt');
const LEDGER = 'gateway/ledger/ledger.ts';

/** What a case handler reads of the party to a matter in hand, from all departments. */
let read: unknown;
let matter: { number: string; person: string };

/** A live matter of the centre's own, and somebody whom it concerns. */
async function matterInHand(url: string): Promise<typeof matter> {
  const { data: told } = await askAt(
    { url, dataDirectory: data },
    { persona: 'case-handler', purpose: 'docket' },
    `{ cases(filter: { category: "comprehensive-support", status: [ACCEPTED, ASSIGNED, IN_PROGRESS] }, first: 50) {
         nodes { number holder { id } parties { person { id } } } } }`,
  );
  const nodes = told.cases.nodes as { number: string; holder: { id: string }; parties: { person: { id: string } }[] }[];
  const own = nodes.find(({ holder, parties }) => holder.id === 'CENTER' && parties[0]?.person);
  return { number: own?.number ?? '', person: own?.parties[0]?.person.id ?? '' };
}

async function readPerson(url: string, dataDirectory: string) {
  const asker = {
    persona: 'case-handler',
    organization: 'CENTER',
    purpose: 'case-handling',
    caseNumber: matter.number,
  };
  const { data: told, errors } = await askAt({ url, dataDirectory }, asker, operation('person-record'), {
    person: matter.person,
  });
  return { told, errors };
}

beforeAll(async () => {
  writeFileSync(passphrase, 'a long enough passphrase\n', { mode: 0o600 });
  const hub = await startHub(data);
  matter = await matterInHand(hub.url);
  read = await readPerson(hub.url, data);
  // The hub serves on meanwhile.
  const signed = await hubCommand(data, LEDGER, 'checkpoint', '--out', head);
  if (signed.code !== 0) throw new Error(`Expected a signed head: ${signed.stderr}`);
  const made = await runCommand(data, 'backup', backup, '--with-keys', passphrase);
  if (made.code !== 0) throw new Error(`Expected a backup: ${made.stderr}`);
  await hub.end('SIGTERM');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const restore = (into: string, from = backup, ...more: string[]) =>
  runCommand(place(into), 'restore', from, '--with-keys', passphrase, ...more);

describe('a backup', { timeout: 120_000 }, () => {
  it('brings everybody back on an empty machine, with the same answers', async () => {
    expect(read).toMatchObject({ told: { person: { id: matter.person } } });
    const restored = await restore('elsewhere');
    expect(restored).toMatchObject({ code: 0, stdout: expect.stringMatching(/ledger is whole: [1-9]/) });
    const hub = await startHub(place('elsewhere'));
    expect(hub.said).not.toMatch(/Generated district/);
    expect(await readPerson(hub.url, place('elsewhere'))).toEqual(read);
    // The ledger came along whole: what was signed before the backup is in it, and it has grown since.
    const verified = await hubCommand(place('elsewhere'), LEDGER, 'verify', '--checkpoint', head);
    expect([verified.code, verified.stdout]).toEqual([0, expect.stringContaining('✓ The ledger is whole')]);
    await hub.end('SIGTERM');
  });

  it('is never restored over anything', async () => {
    const again = await restore('elsewhere');
    expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('RESTORE_NOT_EMPTY') });
  });

  it('is never written over anything', async () => {
    const before = readManifest(backup);
    const again = await runCommand(data, 'backup', backup);
    expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('BACKUP_EXISTS') });
    expect(readManifest(backup)).toEqual(before);
  });

  it('can be read by its writer alone', () => {
    const { departments, sealedKeys } = readManifest(backup);
    const files = Object.values(departments).flatMap(({ tables }) => tables.map(({ file }) => file));
    for (const file of [...files, sealedKeys?.file ?? '', 'manifest.json']) {
      expect(statSync(join(backup, file)).mode & 0o077, file).toBe(0);
    }
  });

  it('is refused where one of its files was changed, before anything is restored', async () => {
    const damaged = place('damaged');
    cpSync(backup, damaged, { recursive: true });
    const [table] = readManifest(damaged).departments.justice?.tables ?? [];
    appendFileSync(join(damaged, table?.file ?? ''), ' ');
    const refused = await restore('from-damaged', damaged);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('BACKUP_DAMAGED') });
    expect(await restore('from-damaged')).toMatchObject({ code: 0 });
  });

  it('is refused where it was not finished', async () => {
    const unfinished = place('unfinished');
    cpSync(backup, unfinished, { recursive: true });
    rmSync(join(unfinished, 'manifest.json'));
    const refused = await restore('from-unfinished', unfinished);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('BACKUP_INCOMPLETE') });
  });

  it('is refused without the keys that open what is sealed, naming them', async () => {
    const refused = await runCommand(place('without-keys'), 'restore', backup);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('KEYS_MISSING') });
    expect(refused.stderr).toMatch(/link [0-9a-f]{8}/);
  });

  it('opens its keys with their passphrase alone, from a file that nobody else can read', async () => {
    const wrong = place('wrong');
    writeFileSync(wrong, 'another passphrase', { mode: 0o600 });
    const refused = await runCommand(place('with-wrong'), 'restore', backup, '--with-keys', wrong);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('PASSPHRASE_WRONG') });
    const open = place('open');
    writeFileSync(open, 'a long enough passphrase', { mode: 0o644 });
    const exposed = await runCommand(place('with-open'), 'restore', backup, '--with-keys', open);
    expect(exposed).toMatchObject({ code: 1, stderr: expect.stringContaining('KEY_EXPOSED') });
  });
});
