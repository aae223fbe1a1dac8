import { type GatewayConfig, gatewayConfig } from '../config.ts';
import type { StartOrder } from './start-order.ts';

/** The gateway's configuration, with what the command line says instead. Throws CONFIGURATION_INVALID. */
export function configFor({ host, port }: Pick<StartOrder, 'host' | 'port'>): GatewayConfig {
  const config = gatewayConfig();
  return { ...config, host: host ?? config.host, port: port ?? config.port };
}
