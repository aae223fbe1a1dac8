import { configFor } from '../../../gateway/start/config-for.ts';
import { watchOverParts } from '../../../gateway/start/running-parts.ts';
import { setUpDepartments } from '../../../gateway/start/set-up-departments.ts';
import { setUpDoor } from '../../../gateway/start/set-up-door.ts';
import { setUpHub } from '../../../gateway/start/set-up-hub.ts';
import { setUpLedger } from '../../../gateway/start/set-up-ledger.ts';
import { setUpRegisters } from '../../../gateway/start/set-up-registers.ts';
import { registerConfig } from '../../../schema/register/config.ts';

// The hub as it is served, but that nothing of what it discloses is entered.
const parts = watchOverParts();
const config = configFor({});
const { dataDirectory } = registerConfig();
const registers = parts.add(await setUpRegisters(config, { shared: true }));
const departments = await setUpDepartments(registers, dataDirectory, config);
const kept = parts.add(await setUpLedger(registers, dataDirectory));
const ledger = { ...kept, log: { append: () => Promise.resolve() } };
const hub = await setUpHub(departments, registers, { ...config, ledger });
const { url } = parts.add(await setUpDoor(hub, dataDirectory, config));
console.log(`${url}/`);
