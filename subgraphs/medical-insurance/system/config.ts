import { z } from 'zod';

const settings = z.object({
  MEDICAL_INSURANCE_SYSTEM_URL: z
    .url({ protocol: /^https?$/, error: 'expected a URL that starts with http:// or https://' })
    .optional(),
  MEDICAL_INSURANCE_SYSTEM_CALLS_PER_SECOND: z.coerce.number().int().min(1).default(20),
  HUB_WORKERS: z.coerce.number().int().min(1).default(1),
  MEDICAL_INSURANCE_SYSTEM_LATENCY_MS: z.coerce.number().int().min(0).default(30),
  MEDICAL_INSURANCE_SYSTEM_FAILS_EVERY: z.coerce.number().int().min(0).default(50),
});

/** What is told of the bureau's own system. */
export interface SystemConfig {
  /** Where the bureau's system answers; a stand-in is started where this is not told. */
  readonly url: string | undefined;
  /** Lookups and counts that the system answers a second; the hub keeps to it. */
  readonly callsPerSecond: number;
  /** What of these this process may ask: the processes of the hub share alike. */
  readonly ownCallsPerSecond: number;
  /** About how long the stand-in takes for an answer. */
  readonly latencyMs: number;
  /** The stand-in answers each so-manieth lookup with 503; 0 for none. */
  readonly failsEvery: number;
}

/** Reads `MEDICAL_INSURANCE_SYSTEM_*` and `HUB_WORKERS`; throws with every fault at once, never with a value. */
export function systemConfig(environment: NodeJS.ProcessEnv = process.env): SystemConfig {
  const parsed = settings.safeParse(environment);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    const message = `The bureau’s system is not configured:\n${faults.join('\n')}`;
    throw Object.assign(new Error(message), { code: 'CONFIGURATION_INVALID' });
  }
  return {
    url: parsed.data.MEDICAL_INSURANCE_SYSTEM_URL,
    callsPerSecond: parsed.data.MEDICAL_INSURANCE_SYSTEM_CALLS_PER_SECOND,
    ownCallsPerSecond: parsed.data.MEDICAL_INSURANCE_SYSTEM_CALLS_PER_SECOND / parsed.data.HUB_WORKERS,
    latencyMs: parsed.data.MEDICAL_INSURANCE_SYSTEM_LATENCY_MS,
    failsEvery: parsed.data.MEDICAL_INSURANCE_SYSTEM_FAILS_EVERY,
  };
}
