import pino from 'pino';
import { gatewayConfig } from './config.ts';

/** The gateway's log: structured lines on standard error, never with personal data. */
export const logger = pino({ level: gatewayConfig().logLevel, base: null }, pino.destination(2));

/** The log of requests, one line each: written while others are answered, all of it before the process ends. */
export const requestLogger = pino(
  { level: gatewayConfig().logLevel, base: null },
  pino.destination({ dest: 2, sync: false }),
);

/** What may be logged of a fault: its kind and code, never its text, which may quote a row or what a client sent. */
export function faultName(fault: unknown): string {
  const { name = 'Error', code } = fault as { name?: string; code?: string };
  return code ? `${name} ${code}` : name;
}
