import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { isRunning } from '../../schema/register/process-identity.ts';
import { type SystemAddress, storeFile, systemAddress } from '../../subgraphs/medical-insurance/system/place.ts';
import { bureauRows } from '../kit/bureau-store.ts';
import { runCommand, scratchData, startHub } from '../kit/hub-process.ts';
import { start } from './started-process.ts';

const data = scratchData();
afterAll(() => rmSync(data, { recursive: true, force: true }));

const held = () => bureauRows<{ n: number }>(data, 'SELECT count(*) AS n FROM enrolment')[0]?.n ?? 0;
const importAgain = () =>
  runCommand(data, 'import', 'medical-insurance', join(data, 'extracts', 'medical-insurance', 'psn_insu_d.csv'));

describe('the stand-in of the bureau’s system', () => {
  it('runs while a hub or department needs it, for commands beside them too, and ends with the last', async () => {
    const hub = await startHub(data);
    const first = systemAddress(data) as SystemAddress;
    expect(isRunning(first.process)).toBe(true);
    expect(held()).toBeGreaterThan(100);
    expect(statSync(join(storeFile(data), '..')).mode & 0o777).toBe(0o700);

    expect(await importAgain()).toMatchObject({ code: 0, stdout: expect.stringContaining('already imported') });
    const departments = await start('subgraphs/serve.ts', ['--port', '0', 'medical-insurance'], { HUB_DATA: data });
    await hub.end('SIGTERM');
    expect(systemAddress(data)).toEqual(first);
    await departments.stop();
    expect([isRunning(first.process), systemAddress(data)]).toEqual([false, null]);
  }, 90_000);

  it('is started by a command that meets none, and keeps what it held', async () => {
    const before = held();
    expect(await importAgain()).toMatchObject({ code: 0, stdout: expect.stringContaining('already imported') });
    expect([held(), systemAddress(data)]).toEqual([before, null]);
  }, 60_000);

  it('outlives nobody who is killed', async () => {
    const hub = await startHub(data);
    const { process: system } = systemAddress(data) as SystemAddress;
    await hub.end('SIGKILL');
    for (let look = 0; look < 200 && isRunning(system); look++) await pause(50);
    expect(isRunning(system)).toBe(false);
    // What the killed hub leaves of PostgreSQL is ended by the next.
    await (await startHub(data)).end('SIGTERM');
  }, 90_000);
});
