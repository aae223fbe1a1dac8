import { z } from 'zod';
import { departmentNames, environmentPrefix } from '../schema/departments.ts';
import { ConfigurationInvalid } from './configuration-invalid.ts';
import type { TransportLimits } from './transport/limits.ts';

const count = z.coerce.number().int().min(1);

const settings = z.object({
  HUB_PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  HUB_HOST: z.string().min(1).default('127.0.0.1'),
  HUB_SCALE: z.coerce.number().min(0).max(1.25).default(0.02),
  HUB_SEED: z.coerce.number().int().min(1).default(1),
  HUB_REQUEST_DEADLINE_MS: count.default(10_000),
  HUB_FETCH_DEADLINE_MS: count.default(4_000),
  HUB_FETCH_CONCURRENCY: count.default(32),
  HUB_FETCH_QUEUE: z.coerce.number().int().min(0).default(128),
  HUB_ANSWER_MEBIBYTES: z.coerce.number().positive().max(256).default(16),
  HUB_BREAKER_FAILURES: count.default(5),
  HUB_BREAKER_PAUSE_MS: count.default(5_000),
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
  /** How long a client's request may take. */
  readonly requestDeadlineMs: number;
  /** What the departments that run apart may take. */
  readonly limits: TransportLimits;
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
  if (!own.success || !addresses.success) {
    const issues = [...(own.error?.issues ?? []), ...(addresses.error?.issues ?? [])];
    throw new ConfigurationInvalid(issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
  }
  const { HUB_PORT: port, HUB_HOST: host, HUB_SCALE: scale, HUB_SEED: seed, NODE_ENV, LOG_LEVEL } = own.data;
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
    production: NODE_ENV === 'production',
    logLevel: LOG_LEVEL,
    departmentUrls,
    requestDeadlineMs: own.data.HUB_REQUEST_DEADLINE_MS,
    limits: limitsOf(own.data),
  };
}

const MEBIBYTE = 1 << 20;

const limitsOf = (values: z.infer<typeof settings>): TransportLimits => ({
  fetchDeadlineMs: values.HUB_FETCH_DEADLINE_MS,
  concurrency: values.HUB_FETCH_CONCURRENCY,
  queue: values.HUB_FETCH_QUEUE,
  answerBytes: Math.floor(values.HUB_ANSWER_MEBIBYTES * MEBIBYTE),
  breakerFailures: values.HUB_BREAKER_FAILURES,
  breakerPauseMs: values.HUB_BREAKER_PAUSE_MS,
});
