/** Hive Gateway with the router runtime, over the supergraph file `BENCH_SUPERGRAPH`. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';

const supergraph = readFileSync(process.env.BENCH_SUPERGRAPH as string, 'utf8');
const gateway = createGatewayRuntime({ supergraph, unifiedGraphHandler, logging: false, landingPage: false });
const server = createServer((request, response) => void gateway(request, response));
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`));
process.once('SIGTERM', () => process.exit(0));
