import { registerConfig } from '../../schema/register/config.ts';
import { countForWorkers } from '../access/limits/rate-limit.ts';
import { logger } from '../log.ts';
import { collectMetrics } from '../observe/shared-metrics.ts';
import { configFor } from '../start/config-for.ts';
import type { RunningParts } from '../start/running-parts.ts';
import { setUpDistrict } from '../start/set-up-district.ts';
import { setUpRegisters } from '../start/set-up-registers.ts';
import type { StartOrder } from '../start/start-order.ts';
import { step } from '../start/step.ts';
import { Crew } from './crew.ts';

/** A worker ends by itself once its requests' deadline is over; one that does not is killed this much later. */
const KILL_RESERVE_MS = 5_000;

/**
 * Prepares the registers once, then keeps as many workers as ordered on one port. They share nothing but the databases,
 * and what is counted here of what users send.
 * SIGHUP renews them one by one; this process answers no request itself.
 */
export async function serveWithWorkers(
  parts: RunningParts,
  order: StartOrder & { readonly workers: number },
): Promise<void> {
  const config = configFor(order);
  const { dataDirectory } = registerConfig();
  const registers = parts.add(
    await step('PostgreSQL and the registers (数据库与各部门登记库)', () =>
      setUpRegisters(config, { shared: order.join }),
    ),
  );
  await setUpDistrict(registers, dataDirectory, config);
  countForWorkers();
  const drainMs = config.transport.requestDeadlineMs + KILL_RESERVE_MS;
  const crew = parts.add(new Crew({ size: order.workers, drainMs, log: logger }));
  const url = await step(`${order.workers} workers (工作进程)`, () => crew.start());
  collectMetrics();
  process.on('SIGHUP', () => void crew.renew());
  console.log(`\nThe hub is up (治理数据图谱已就绪): ${url}/graphql`);
}
