import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { departmentNames, environmentPrefix } from '../../schema/departments.ts';
import { serveDepartments } from './departments-process.ts';
import { scratchData, startHub } from './hub-process.ts';

const SCALE = 0.02;
const SEED = 1;
/** What the journeys ask is not how fast a busy machine answers. */
const PATIENT = { HUB_FETCH_DEADLINE_MS: '20000', HUB_REQUEST_DEADLINE_MS: '25000' };
/** Served in a process of its own; the others share one. */
const ALONE = 'justice';
/** Runs with the gateway always. */
const WITH_GATEWAY = 'hub';

/** Starts every department apart from the hub, over HTTP, for all tests of the project; stops all at the end. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const dataDirectory = scratchData();
  const settings = { HUB_SCALE: String(SCALE), HUB_SEED: String(SEED) };
  // Whole, it fills the registers; the departments start beside it, so that PostgreSQL stays up.
  const whole = await startHub(dataDirectory, settings);
  const others = departmentNames().filter((name) => name !== ALONE && name !== WITH_GATEWAY);
  const served = await Promise.all([[ALONE], others].map((names) => serveDepartments(dataDirectory, names)));
  await whole.end('SIGTERM');
  const addresses = served.flatMap((departments) => departments.addresses);
  const urls = Object.fromEntries(
    addresses.map(({ department, url }) => [`${environmentPrefix(department)}_URL`, url]),
  );
  const hub = await startHub(dataDirectory, { ...settings, ...PATIENT, ...urls });
  provide('runningHub', { url: hub.url, dataDirectory, scale: SCALE, seed: SEED });
  return async () => {
    await hub.end('SIGTERM');
    await Promise.all(served.map((departments) => departments.end()));
    rmSync(dataDirectory, { recursive: true, force: true });
  };
}
