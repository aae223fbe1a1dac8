import { resolve } from 'node:path';
import { z } from 'zod';

const settings = z.object({ HUB_KEYS: z.string().min(1).optional() });

/**
 * The folder of the hub's keys: `HUB_KEYS`, where they are kept apart from the data that they open (a mounted secret),
 * else `keys` in the data directory.
 */
export function keysDirectory(dataDirectory: string, environment: NodeJS.ProcessEnv = process.env): string {
  const { HUB_KEYS: directory } = settings.parse(environment);
  return directory === undefined ? resolve(dataDirectory, 'keys') : resolve(directory);
}
