import { registerConfig } from '../schema/register/config.ts';
import { gatewayConfig } from './config.ts';
import { watchOverParts } from './start/running-parts.ts';
import { setUpDepartments } from './start/set-up-departments.ts';
import { setUpDistrict } from './start/set-up-district.ts';
import { setUpDoor } from './start/set-up-door.ts';
import { setUpHub } from './start/set-up-hub.ts';
import { setUpRegisters } from './start/set-up-registers.ts';
import { step } from './start/step.ts';
import { welcome } from './start/welcome.ts';

const parts = watchOverParts();
const config = gatewayConfig();
const { dataDirectory } = registerConfig();

const registers = parts.add(
  await step('PostgreSQL and the registers (数据库与各部门登记库)', () => setUpRegisters(config)),
);
await setUpDistrict(registers, dataDirectory, config);
const departments = await step('Departments (各部门子图)', () => setUpDepartments(registers, dataDirectory, config));
const hub = await step('Supergraph and engine (超图与执行引擎)', () => setUpHub(departments, registers, config));
const door = parts.add(await step('HTTP', () => setUpDoor(hub, dataDirectory, config)));

await welcome(hub, door.url, config);
