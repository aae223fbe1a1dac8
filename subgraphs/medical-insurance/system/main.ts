import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { openKeyFile } from '../../../schema/kit/key-file.ts';
import { systemConfig } from './config.ts';
import { createDoor } from './door.ts';
import { createLeases } from './leases.ts';
import { SYSTEM_KEY, storeFile, tellAddress, withdrawAddress } from './place.ts';
import { openStore } from './store.ts';

// Stands in for the bureau's own system: node main.ts <data directory>. It ends when nobody needs it any more.
const FIRST_LEASE_MS = 60_000;

const dataDirectory = process.argv[2];
if (dataDirectory === undefined) throw new Error('Expected the data directory as the first parameter.');

const store = openStore(storeFile(dataDirectory));
const leases = createLeases(FIRST_LEASE_MS, end);
const door = createDoor({ store, key: openKeyFile(dataDirectory, SYSTEM_KEY), leases, config: systemConfig() });
door.listen(0, '127.0.0.1');
await once(door, 'listening');
tellAddress(dataDirectory, `http://127.0.0.1:${(door.address() as AddressInfo).port}`);
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, end);

function end(): void {
  door.closeAllConnections();
  door.close();
  store.close();
  // Last: whoever waits for the end may delete the folder then.
  withdrawAddress(process.argv[2] as string);
  process.exit(0);
}
