import pino from 'pino';
import { gatewayConfig } from './config.ts';

/** The gateway's log: structured lines on standard error, never with personal data. */
export const logger = pino({ level: gatewayConfig().logLevel, base: null }, pino.destination(2));
