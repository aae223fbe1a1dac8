import { openKeyFile } from '../../../schema/kit/key-file.ts';
import { systemConfig } from '../system/config.ts';
import { SYSTEM_KEY } from '../system/place.ts';
import { openStandIn } from './stand-in.ts';
import { createSystemClient, type SystemClient } from './system-client.ts';

const clients = new WeakMap<object, SystemClient>();

/**
 * Connects whoever uses a department's database with the bureau's system: the one that is told of, else a stand-in over
 * the data directory.
 */
export async function connectSystem(database: object, dataDirectory: string): Promise<{ close(): Promise<void> }> {
  const { url, ownCallsPerSecond: callsPerSecond } = systemConfig();
  const key = openKeyFile(dataDirectory, SYSTEM_KEY);
  const standIn = url === undefined ? await openStandIn(dataDirectory, key) : null;
  clients.set(database, createSystemClient({ url: url ?? (standIn?.url as string), key, callsPerSecond }));
  return { close: async () => standIn?.close() };
}

/** The system that was connected with a database. */
export function systemOf(database: object): SystemClient {
  const client = clients.get(database);
  if (!client) throw new Error('Expected the bureau’s system to be connected before it is asked.');
  return client;
}
