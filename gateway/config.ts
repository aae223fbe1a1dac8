import { z } from 'zod';
import { departmentNames, environmentPrefix } from '../schema/departments.ts';
import { identityFaults } from './access/identity-faults.ts';
import { type IdentityConfig, identityConfigOf, identitySettings, ownTokensOf } from './access/identity-settings.ts';
import { ConfigurationInvalid } from './configuration-invalid.ts';
import { type DoorConfig, doorConfigOf, doorSettings, productionFault } from './http/door-settings.ts';
import { type ObserveConfig, observeConfigOf, observeSettings } from './observe/observe-settings.ts';
import type { SignedAnswers } from './transport/check-answer.ts';
import { type TransportLimits, transportLimitsOf, transportSettings } from './transport/limits.ts';

const settings = z.object({
  ...doorSettings,
  ...identitySettings,
  ...transportSettings,
  ...observeSettings,
  HUB_SIGNED_ANSWERS: z.enum(['ignore', 'known', 'require']).default('known'),
  HUB_PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  HUB_HOST: z.string().min(1).default('127.0.0.1'),
  HUB_SCALE: z.coerce.number().min(0).max(1.25).default(0.02),
  HUB_SEED: z.coerce.number().int().min(1).default(1),
  NODE_ENV: z.string().default('development'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

const departmentUrl = z.url({ protocol: /^https?$/, error: 'expected a URL that starts with http:// or https://' });

/** The department whose register keeps purposes and disclosures: it always runs with the gateway. */
export const POLICY_DEPARTMENT = 'hub';

/** What the gateway is told by its environment. */
export interface GatewayConfig {
  readonly port: number;
  readonly host: string;
  /** Share of the whole district to generate where the registers are empty; 0 generates nothing. */
  readonly scale: number;
  readonly seed: number;
  readonly production: boolean;
  readonly logLevel: string;
  /** Where the departments that run apart answer, by department. */
  readonly departmentUrls: ReadonlyMap<string, string>;
  /** How long requests, and departments that run apart, may take. */
  readonly transport: TransportLimits;
  readonly signedAnswers: SignedAnswers;
  readonly door: DoorConfig;
  /** Who is believed. */
  readonly identity: IdentityConfig;
  readonly observe: ObserveConfig;
}

/**
 * Reads the gateway's environment, with `<DEPARTMENT>_URL` for each department that runs apart; throws
 * CONFIGURATION_INVALID with every fault at once, never with a value.
 */
export function gatewayConfig(environment: NodeJS.ProcessEnv = process.env): GatewayConfig {
  const apart = departmentNames().filter((department) => department !== POLICY_DEPARTMENT);
  const variableOf = (department: string) => `${environmentPrefix(department)}_URL`;
  const urls = Object.fromEntries(apart.map((department) => [variableOf(department), departmentUrl.optional()]));
  const own = settings.safeParse(environment);
  const addresses = z.object(urls).safeParse(environment);
  const production = inProduction(environment);
  const documents = production ? productionFault(environment) : undefined;
  const disagreements = [...(documents ? [documents] : []), ...identityFaults(environment, production)];
  if (!own.success || !addresses.success || disagreements.length > 0) {
    const issues = [...(own.error?.issues ?? []), ...(addresses.error?.issues ?? [])];
    const faults = issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new ConfigurationInvalid([...faults, ...disagreements]);
  }
  const { HUB_PORT: port, HUB_HOST: host, HUB_SCALE: scale, HUB_SEED: seed, LOG_LEVEL: logLevel } = own.data;
  const departmentUrls = new Map<string, string>();
  for (const department of apart) {
    const url = addresses.data[variableOf(department)];
    if (url !== undefined) departmentUrls.set(department, url);
  }
  return {
    port,
    host,
    scale,
    seed,
    production,
    logLevel,
    departmentUrls,
    transport: transportLimitsOf(own.data),
    signedAnswers: own.data.HUB_SIGNED_ANSWERS,
    door: doorConfigOf(own.data, production),
    identity: identityConfigOf(own.data, production),
    observe: observeConfigOf(own.data),
  };
}

/** Whether this is the real thing: nothing is tried out there. */
export const inProduction = (environment: NodeJS.ProcessEnv = process.env): boolean =>
  environment.NODE_ENV === 'production';

/** Whether the hub takes tokens that its own keys sign. */
export const takesOwnTokens = (environment: NodeJS.ProcessEnv = process.env): boolean =>
  ownTokensOf(environment, inProduction(environment));
