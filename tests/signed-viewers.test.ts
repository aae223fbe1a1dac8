import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createSignViewer } from '../gateway/transport/sign-viewer.ts';
import { retireKey, rotateKey } from '../schema/kit/keys/change-keys.ts';
import { keysDirectory } from '../schema/kit/keys/config.ts';
import { openPairRing, openPublicRing } from '../schema/kit/keys/pair-ring.ts';
import { createVerifyViewer, VIEWER_KEY_USE, ViewerRefused } from '../schema/kit/signed-viewer.ts';
import { openServedDepartment, type ServedDepartment } from './kit/served-department.ts';
import { viewer } from './kit/viewer.ts';

const DEPARTMENT = 'justice';
const BODY = JSON.stringify({ query: '{ mediationOrganizations { name } }' });
const refused = { status: 401, code: 'VIEWER_INVALID' };
const handler = viewer({
  matter: { caseNumber: 'C-1', persons: ['00000000-0000-7000-8000-000000000001'], households: [] },
});

let department: ServedDepartment;
beforeAll(async () => {
  department = await openServedDepartment();
});
afterAll(() => department.close());
afterEach(() => void vi.useRealTimers());

const keys = () => openPairRing(department.dataDirectory, VIEWER_KEY_USE);
const signed = (body = BODY, to = DEPARTMENT) => department.sign(handler, to, body);
type Part = Record<string, unknown>;
const read = (part = '') => JSON.parse(Buffer.from(part, 'base64url').toString()) as Part;
const write = (part: Part) => Buffer.from(JSON.stringify(part)).toString('base64url');

/** The token with other words in it, and the signature that it had. */
async function altered(change: (claims: Part, header: Part) => [Part, Part]): Promise<string> {
  const [header, claims, signature] = (await signed()).split('.');
  const [newClaims, newHeader] = change(read(claims), read(header));
  return [write(newHeader), write(newClaims), signature].join('.');
}
const withViewer = (changes: Part) =>
  altered((claims, header) => [{ ...claims, viewer: { ...(claims.viewer as Part), ...changes } }, header]);

describe('the door of a department', () => {
  it('answers a viewer that the hub signed for this request, once', async () => {
    const token = await signed();
    expect(await department.post(BODY, token)).toMatchObject({ status: 200 });
    expect(await department.post(BODY, token)).toMatchObject(refused);
  });

  it('refuses a request without one', async () => {
    expect(await department.post(BODY)).toMatchObject({ status: 401, code: 'VIEWER_REQUIRED' });
    expect(await department.post(BODY, 'x.y.z')).toMatchObject(refused);
  });

  it('refuses one for another body, and one for another department', async () => {
    expect(await department.post(`${BODY} `, await signed())).toMatchObject(refused);
    expect(await department.post(BODY, await signed(BODY, 'civil-affairs'))).toMatchObject(refused);
  });

  it.each([
    ['user', { user: 'another' }],
    ['scopes', { scopes: ['justice.legal-aid:read'] }],
    ['matter’s scopes', { matterScopes: ['justice.legal-aid:read'] }],
    ['purpose', { purpose: 'audit' }],
    ['areas', { areas: [''] }],
    ['matter', { matter: { caseNumber: 'C-2', persons: [], households: [] } }],
    ['admitted people', { admitted: ['00000000-0000-7000-8000-000000000002'] }],
    ['request', { request: 'another' }],
  ])('refuses one whose %s was altered', async (_what, changes) => {
    expect(await department.post(BODY, await withViewer(changes))).toMatchObject(refused);
  });

  it('refuses one whose id, department, digest or life was altered', async () => {
    const now = Math.floor(Date.now() / 1_000);
    for (const changes of [{ jti: 'another' }, { aud: 'civil-affairs' }, { digest: 'x' }, { exp: now + 3_600 }]) {
      const token = await altered((claims, header) => [{ ...claims, ...changes }, header]);
      expect(await department.post(BODY, token)).toMatchObject(refused);
    }
  });

  it('refuses another algorithm, and none', async () => {
    const [, claims = ''] = (await signed()).split('.');
    const none = `${write({ alg: 'none', typ: 'hub-viewer+jwt', kid: keys().newest.id })}.${claims}.`;
    expect(await department.post(BODY, none)).toMatchObject(refused);
    // Whoever takes the public key for a secret would believe this.
    const { x = '' } = await exportJWK(keys().newest.publicKey);
    const content = `${write({ alg: 'HS256', typ: 'hub-viewer+jwt', kid: keys().newest.id })}.${claims}`;
    const mac = createHmac('sha256', Buffer.from(x, 'base64url')).update(content).digest('base64url');
    expect(await department.post(BODY, `${content}.${mac}`)).toMatchObject(refused);
  });

  it('refuses what the hub’s key signed as something else', async () => {
    const [, claims = ''] = (await signed()).split('.');
    const { id, privateKey } = keys().newest;
    for (const typ of ['JWT', 'hub-answer+jwt', undefined]) {
      const other = new SignJWT(read(claims));
      const token = await other
        .setProtectedHeader({ alg: 'EdDSA', kid: id, ...(typ && { typ }) })
        .setJti(`as ${typ}`)
        .sign(privateKey);
      expect(await department.post(BODY, token)).toMatchObject(refused);
    }
  });

  it('refuses one that somebody else signed, under whatever name of a key', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'governance-hub-viewer-'));
    const foreign = openPairRing(elsewhere, VIEWER_KEY_USE);
    const forged = await createSignViewer(foreign)(handler, DEPARTMENT, BODY);
    expect(await department.post(BODY, forged)).toMatchObject(refused);
    const [, claims = ''] = forged.split('.');
    const named = await new SignJWT(read(claims))
      .setProtectedHeader({ alg: 'EdDSA', typ: 'hub-viewer+jwt', kid: keys().newest.id })
      .sign(foreign.newest.privateKey);
    expect(await department.post(BODY, named)).toMatchObject(refused);
    rmSync(elsewhere, { recursive: true });
  });

  it('knows each key of the hub by its name, until it is retired', async () => {
    const use = { use: VIEWER_KEY_USE, kind: 'pair', title: '' } as const;
    const folder = keysDirectory(department.dataDirectory);
    const before = keys().newest.id;
    const [old, late] = [await signed(), await signed()];
    const { id } = rotateKey(folder, use);
    const token = await createSignViewer(keys())(handler, DEPARTMENT, BODY);
    expect(read(token.split('.')[0]).kid).toBe(id);
    expect(await department.post(BODY, token)).toMatchObject({ status: 200 });
    expect(await department.post(BODY, old)).toMatchObject({ status: 200 });
    retireKey(folder, use, before);
    await expect.poll(async () => (await department.post(BODY, late)).status, { timeout: 5_000 }).toBe(401);
  });
});

describe('the clocks of the hub and of a department', () => {
  const START = Date.UTC(2026, 10, 1, 8);
  /** Whether a viewer is taken that the hub signs and the department sees at these seconds after it started. */
  async function isTaken(signedAt: number, seenAt: number): Promise<boolean> {
    vi.useFakeTimers({ toFake: ['Date'], now: START });
    const verify = createVerifyViewer(DEPARTMENT, openPublicRing(department.dataDirectory, VIEWER_KEY_USE));
    vi.setSystemTime(START + signedAt * 1_000);
    const token = await createSignViewer(keys())(handler, DEPARTMENT, BODY);
    vi.setSystemTime(START + seenAt * 1_000);
    return verify(token, BODY).then(
      () => true,
      (fault: unknown) => {
        if (fault instanceof ViewerRefused) return false;
        throw fault;
      },
    );
  }

  it.each([
    [60, 60, true],
    [60, 94, true],
    [60, 96, false],
    [60, 56, true],
    [60, 54, false],
    [60, 3_600, false],
    [3_600, 60, false],
  ])('signed at %d s and seen at %d s: taken is %s', async (signedAt, seenAt, taken) => {
    expect(await isTaken(signedAt, seenAt)).toBe(taken);
  });

  it('refuse what was signed before the department started, which it may have seen before', async () => {
    expect(await isTaken(-4, 1)).toBe(true);
    expect(await isTaken(-6, 1)).toBe(false);
  });
});
