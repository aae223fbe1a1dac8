import { diag } from '@opentelemetry/api';
import type { ObserveConfig } from './observe-settings.ts';

/** Traces under way to their collector. */
export interface Tracing {
  /** Sends what is left. */
  close(): Promise<void>;
}

/**
 * Sends traces to the collector that the environment names; without one nothing is loaded and nothing is traced.
 * `onTrouble` is told when traces are lost.
 */
export async function startTracing(
  { tracing, serviceName }: Pick<ObserveConfig, 'tracing' | 'serviceName'>,
  onTrouble: () => void,
): Promise<Tracing> {
  if (!tracing) return { close: () => Promise.resolve() };
  const [{ BatchSpanProcessor, NodeTracerProvider }, { OTLPTraceExporter }, { resourceFromAttributes }] =
    await Promise.all([
      import('@opentelemetry/sdk-trace-node'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ]);
  const nothing = () => undefined;
  diag.setLogger({ error: onTrouble, warn: nothing, info: nothing, debug: nothing, verbose: nothing });
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  provider.register();
  // A collector that is down must not keep the hub from ending.
  return { close: () => provider.shutdown().catch(onTrouble) };
}
