import { openEmbeddedPostgres } from '../embedded-postgres.ts';

// A hub of its own process for the tests: opens the directory given, says the server's number, ends with its input.
const server = await openEmbeddedPostgres(process.argv[2] as string, { exclusive: true, durable: false });
process.stdout.write(`${server.pid}\n`);
for await (const _ of process.stdin);
await server.close();
