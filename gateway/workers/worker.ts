import { registerConfig } from '../../schema/register/config.ts';
import { shareMetrics } from '../observe/shared-metrics.ts';
import { configFor } from '../start/config-for.ts';
import type { RunningParts } from '../start/running-parts.ts';
import { setUpDepartments } from '../start/set-up-departments.ts';
import { setUpDoor } from '../start/set-up-door.ts';
import { setUpHub } from '../start/set-up-hub.ts';
import { setUpLedger } from '../start/set-up-ledger.ts';
import { setUpRegisters } from '../start/set-up-registers.ts';
import type { StartOrder } from '../start/start-order.ts';
import { connectionsEach } from './connections.ts';
import type { Ready } from './ready.ts';

/** Serves the hub on registers that are prepared already, beside other workers on the same port. */
export async function serveAsWorker(parts: RunningParts, order: StartOrder): Promise<void> {
  shareMetrics();
  const config = configFor(order);
  const { dataDirectory } = registerConfig();
  const use = { shared: true, connections: connectionsEach(order.workers ?? 1) };
  const registers = parts.add(await setUpRegisters(config, use));
  const ledger = parts.add(await setUpLedger(registers, dataDirectory));
  const departments = await setUpDepartments(registers, dataDirectory, config);
  const hub = await setUpHub(departments, registers, { ...config, ledger });
  await Promise.all(departments.map(({ figures }) => figures));
  const { url } = parts.add(await setUpDoor(hub, dataDirectory, config));
  process.send?.({ kind: 'ready', url } satisfies Ready);
}
