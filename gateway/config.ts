import { z } from 'zod';
import { ConfigurationInvalid } from './configuration-invalid.ts';

const settings = z.object({
  HUB_PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  HUB_HOST: z.string().min(1).default('127.0.0.1'),
  HUB_SCALE: z.coerce.number().min(0).max(1.25).default(0.02),
  HUB_SEED: z.coerce.number().int().min(1).default(1),
  NODE_ENV: z.string().default('development'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** What the gateway is told by its environment. */
export interface GatewayConfig {
  readonly port: number;
  readonly host: string;
  /** Share of the whole district to generate where the registers are empty; 0 generates nothing. */
  readonly scale: number;
  readonly seed: number;
  readonly production: boolean;
  readonly logLevel: string;
}

/** Reads the gateway's environment; throws CONFIGURATION_INVALID with every fault at once, never with a value. */
export function gatewayConfig(environment: NodeJS.ProcessEnv = process.env): GatewayConfig {
  const parsed = settings.safeParse(environment);
  if (!parsed.success) {
    throw new ConfigurationInvalid(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
  }
  const { HUB_PORT: port, HUB_HOST: host, HUB_SCALE: scale, HUB_SEED: seed, NODE_ENV, LOG_LEVEL } = parsed.data;
  return { port, host, scale, seed, production: NODE_ENV === 'production', logLevel: LOG_LEVEL };
}
