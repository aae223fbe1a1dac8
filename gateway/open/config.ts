import { OpenRefused } from './open-refused.ts';

/** Variables that tell of a hub's registers and keys. */
const GUARDED = [/^HUB_DATA$/, /_DATABASE_URL$/, /^HUB_(.+_)?(KEYS?|SECRETS?|TOKEN|PASSWORD|JWKS?)(_|$)/];

/**
 * Throws {@link OpenRefused} where the environment configures what access would have to protect (a register, a key, a
 * data directory), or a production hub. It names each variable, never its value.
 */
export function refuseOpenBesideHub(environment: NodeJS.ProcessEnv = process.env): void {
  const reasons = Object.keys(environment)
    .filter((name) => environment[name] !== undefined && environment[name] !== '')
    .filter((name) => GUARDED.some((guarded) => guarded.test(name)))
    .sort();
  if (environment.NODE_ENV === 'production') reasons.push('NODE_ENV=production');
  if (reasons.length > 0) throw new OpenRefused(reasons);
}
