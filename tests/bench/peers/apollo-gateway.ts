/**
 * Apollo Gateway behind Apollo Server, over the supergraph file `BENCH_SUPERGRAPH`. With `HUB_DATA` it signs a viewer
 * for each department, as the hub does for departments that run apart.
 */
import { readFileSync } from 'node:fs';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

const supergraphSdl = readFileSync(process.env.BENCH_SUPERGRAPH as string, 'utf8');
const signingSource = process.env.HUB_DATA && (await import('./signing-source.ts')).signingSource;
const source = await (signingSource || (() => RemoteGraphQLDataSource))(process.env.HUB_DATA as string);
const gateway = new ApolloGateway({
  supergraphSdl,
  buildService: ({ url }) => new source({ url }),
});
const server = new ApolloServer({ gateway });
const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
console.log(url);
process.once('SIGTERM', () => process.exit(0));
