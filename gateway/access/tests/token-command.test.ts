import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const COMMAND = join(import.meta.dirname, '..', 'token.ts');
let data: string;
beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), 'token-command-'));
});
afterAll(() => rmSync(data, { recursive: true }));

function run(environment: NodeJS.ProcessEnv, ...parameters: string[]) {
  return new Promise<{ failed: boolean; stdout: string; stderr: string }>((done) =>
    execFile(
      process.execPath,
      [COMMAND, ...parameters],
      { env: { ...process.env, HUB_DATA: data, ...environment } },
      (error, stdout, stderr) => done({ failed: error !== null, stdout, stderr }),
    ),
  );
}

describe('npm run token', () => {
  it('prints a token that says who, where and for which organization, and nothing else', async () => {
    const { stdout } = await run({}, 'case-handler', '--area', '330803001', '--organization', 'CENTER', '--user', 'a');
    expect(decodeJwt(stdout.trim())).toMatchObject({
      sub: 'a',
      persona: 'case-handler',
      areas: ['330803001'],
      organization: 'CENTER',
    });
    expect(stdout.trim().split('\n')).toHaveLength(1);
  });

  it('names the kinds of users where one is asked for that is not there', async () => {
    const { failed, stderr } = await run({}, 'mayor');
    expect([failed, stderr]).toEqual([true, expect.stringContaining('auditor')]);
  });

  it('prints none in production', async () => {
    const { failed, stdout, stderr } = await run({ NODE_ENV: 'production' }, 'auditor');
    expect([failed, stdout, stderr.trim().split('\n')]).toEqual([true, '', [expect.stringContaining('production')]]);
  });

  it('prints one in production where the hub is told to sign its own', async () => {
    const { stdout } = await run({ NODE_ENV: 'production', HUB_OWN_TOKENS: '1' }, 'auditor', '--client', 'audit-page');
    expect(decodeJwt(stdout.trim())).toMatchObject({ persona: 'auditor', client: 'audit-page' });
  });

  it('prints none that no hub would take, beside an identity provider', async () => {
    const { failed, stdout, stderr } = await run({ HUB_OIDC_ISSUER: 'https://id.example' }, 'auditor');
    expect([failed, stdout, stderr]).toEqual([true, '', expect.stringContaining('identity provider')]);
  });

  it('revokes nothing where it is told nothing, too much, or what is not there', async () => {
    const told = [
      [],
      ['--user', 'wei', '--all'],
      ['--id', 'x', '--before', '2026-01-01T00:00:00+08:00'],
      ['--all', '--before', '2999-01-01T00:00:00+08:00'],
      ['--file', 'no-such-file'],
      ['--certificate', import.meta.filename],
    ];
    for (const { failed, stdout, stderr } of await Promise.all(told.map((options) => run({}, 'revoke', ...options)))) {
      expect([failed, stdout, stderr]).toEqual([true, '', expect.stringMatching(/expected/i)]);
    }
  });
});
