import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning, type ProcessIdentity, processIdentity } from '../../../schema/register/process-identity.ts';

/** Where a running stand-in answers, and which process it is. */
export interface SystemAddress {
  readonly url: string;
  readonly process: ProcessIdentity;
}

/** The name under which the key is kept that the hub and the system share. */
export const SYSTEM_KEY = 'medical-insurance-system';

/** The folder of the stand-in's own files. */
export const systemDirectory = (dataDirectory: string): string => join(dataDirectory, 'medical-insurance-system');

/** The stand-in's store. */
export const storeFile = (dataDirectory: string): string => join(systemDirectory(dataDirectory), 'store.sqlite');

const addressFile = (dataDirectory: string): string => join(systemDirectory(dataDirectory), 'address.json');

/** The address of the stand-in that runs now; null where none does. */
export function systemAddress(dataDirectory: string): SystemAddress | null {
  let text: string;
  try {
    text = readFileSync(addressFile(dataDirectory), 'utf8');
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw fault;
  }
  const address = JSON.parse(text) as SystemAddress;
  return isRunning(address.process) ? address : null;
}

/** Tells where this process answers; never half written. */
export function tellAddress(dataDirectory: string, url: string): void {
  const file = addressFile(dataDirectory);
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify({ url, process: processIdentity(process.pid) }), { mode: 0o600 });
  renameSync(draft, file);
}

/** Takes back what this process told; what another told since stays. */
export function withdrawAddress(dataDirectory: string): void {
  if (systemAddress(dataDirectory)?.process.pid === process.pid) rmSync(addressFile(dataDirectory), { force: true });
}
