import { describe, expect, it } from 'vitest';
import { EndedEarly, start } from './started-process.ts';

const OPEN = ['--supergraph', 'nowhere.graphql', '--open'];

async function ending(parameters: readonly string[], environment: Record<string, string> = {}) {
  const fault = await start('gateway/main.ts', parameters, environment).catch((ended: unknown) => ended);
  expect(fault).toBeInstanceOf(EndedEarly);
  const { exitCode, message } = fault as EndedEarly;
  return { exitCode, said: message };
}

const configured: readonly (readonly [string, string])[] = [
  ['HUB_DATA', 'anywhere'],
  ['JUSTICE_DATABASE_URL', 'postgresql://user:hidden@localhost/justice'],
  ['SOME_OTHER_DATABASE_URL', 'postgresql://localhost/hidden'],
  ['HUB_LINK_KEY', 'hidden'],
  ['HUB_KEY_FILE', 'hidden'],
  ['HUB_SIGNING_SECRET', 'hidden'],
  ['HUB_JWKS_URL', 'hidden'],
];

describe('open mode', () => {
  it.each(configured)('does not start where %s is set, and does not repeat its value', async (name, value) => {
    const { exitCode, said } = await ending(OPEN, { [name]: value });
    expect(exitCode).toBe(1);
    expect(said).toContain('OPEN_REFUSED');
    expect(said).toContain(name);
    expect(said).not.toContain('hidden');
  });

  it('does not start in production', async () => {
    const { exitCode, said } = await ending(OPEN, { NODE_ENV: 'production' });
    expect(exitCode).toBe(1);
    expect(said).toMatch(/OPEN_REFUSED[^]*NODE_ENV=production/);
  });

  it('takes settings that protect nothing', async () => {
    const { exitCode, said } = await ending(OPEN, { HUB_PORT: '0', HUB_LIMIT_TOKENS: '10', LOG_LEVEL: 'warn' });
    expect(exitCode).toBe(1);
    expect(said).toContain('SUPERGRAPH_UNREADABLE');
  });

  it.each([
    [['--supergraph', 'nowhere.graphql'], '--supergraph needs --open'],
    [['--open'], '--open needs --supergraph'],
    [[...OPEN, '--workers', '2'], '--workers and --join'],
    [[...OPEN, '--port', '70000'], 'whole number from 0 to 65535'],
  ])('does not start with %j', async (parameters, reason) => {
    const { exitCode, said } = await ending(parameters);
    expect(exitCode).toBe(1);
    expect(said).toContain(reason);
  });
});
