import { registerConfig } from '../../schema/register/config.ts';
import { configFor } from './config-for.ts';
import type { RunningParts } from './running-parts.ts';
import { setUpDepartments } from './set-up-departments.ts';
import { setUpDistrict } from './set-up-district.ts';
import { setUpDoor } from './set-up-door.ts';
import { setUpHub } from './set-up-hub.ts';
import { setUpLedger } from './set-up-ledger.ts';
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
  const ledger = parts.add(await step('Ledger (披露账本)', () => setUpLedger(registers, dataDirectory)));
  const departments = await step('Departments (各部门子图)', () => setUpDepartments(registers, dataDirectory, config));
  const hub = await step('Supergraph and engine (超图与执行引擎)', () =>
    setUpHub(departments, registers, { ...config, ledger }),
  );
  await step('Figures of people (人数统计)', () => Promise.all(departments.map(({ figures }) => figures)));
  const door = parts.add(await step('HTTP', () => setUpDoor(hub, dataDirectory, config)));
  await welcome(hub, door.url, config);
}
