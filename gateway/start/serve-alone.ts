import { registerConfig } from '../../schema/register/config.ts';
import { configFor } from './config-for.ts';
import type { RunningParts } from './running-parts.ts';
import { setUpDepartments } from './set-up-departments.ts';
import { setUpDistrict } from './set-up-district.ts';
import { setUpDoor } from './set-up-door.ts';
import { setUpHub } from './set-up-hub.ts';
import { setUpRegisters } from './set-up-registers.ts';
import type { StartOrder } from './start-order.ts';
import { step } from './step.ts';
import { welcome } from './welcome.ts';

/** Serves the hub in this process. */
export async function serveAlone(parts: RunningParts, order: StartOrder): Promise<void> {
  const config = configFor(order);
  const { dataDirectory } = registerConfig();
  const registers = parts.add(
    await step('PostgreSQL and the registers (数据库与各部门登记库)', () =>
      setUpRegisters(config, { shared: order.join }),
    ),
  );
  await setUpDistrict(registers, dataDirectory, config);
  const departments = await step('Departments (各部门子图)', () => setUpDepartments(registers, dataDirectory, config));
  const hub = await step('Supergraph and engine (超图与执行引擎)', () => setUpHub(departments, registers, config));
  const door = parts.add(await step('HTTP', () => setUpDoor(hub, dataDirectory, config)));
  await welcome(hub, door.url, config);
}
