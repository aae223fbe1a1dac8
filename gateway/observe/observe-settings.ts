import { z } from 'zod';

/** The environment variables that say what the hub tells of itself, and to whom. */
export const observeSettings = {
  HUB_METRICS_OPEN: z.enum(['0', '1']).default('0'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/, error: 'expected an http(s) URL' }).optional(),
  OTEL_SERVICE_NAME: z.string().min(1).default('hub'),
};

/** What the hub tells of itself, and to whom. */
export interface ObserveConfig {
  /** Whether `/metrics` is shown to others than this machine. */
  readonly metricsOpen: boolean;
  /** Whether traces are sent to the collector that the environment names; the exporter reads the rest from there. */
  readonly tracing: boolean;
  readonly serviceName: string;
}

/** What the settings say. */
export const observeConfigOf = (settings: z.infer<z.ZodObject<typeof observeSettings>>): ObserveConfig => ({
  metricsOpen: settings.HUB_METRICS_OPEN === '1',
  tracing: settings.OTEL_EXPORTER_OTLP_ENDPOINT !== undefined,
  serviceName: settings.OTEL_SERVICE_NAME,
});
