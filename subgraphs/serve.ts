import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Command, InvalidArgumentError } from 'commander';
import { departmentNames } from '../schema/departments.ts';
import { createEventStreams } from '../schema/kit/event-streams.ts';
import { openPairRing, openPublicRing } from '../schema/kit/keys/pair-ring.ts';
import { openSecretRing } from '../schema/kit/keys/secret-ring.ts';
import { prepareFigures } from '../schema/kit/people-figures/people-table.ts';
import { serveSubgraph } from '../schema/kit/served-subgraph.ts';
import { answerKeyUse, createSignAnswer } from '../schema/kit/signed-answer.ts';
import { createVerifyViewer, VIEWER_KEY_USE } from '../schema/kit/signed-viewer.ts';
import { createSubgraphDoor, type DoorToSubgraph } from '../schema/kit/subgraph-door.ts';
import { loadSubgraph } from '../schema/load-subgraph.ts';
import { registerConfig } from '../schema/register/config.ts';
import { openDatabases } from '../schema/register/open-databases.ts';

/** How long answers under way may take to end when the departments stop. */
const DRAIN_MS = 10_000;
const LOOK_MS = 20;

const known = departmentNames();

const department = (name: string, named: readonly string[] | undefined): string[] => {
  if (!known.includes(name)) throw new InvalidArgumentError(`Expected some of ${known.join(', ')} (应为部门名).`);
  return [...(named ?? []), name];
};

const portNumber = (text: string): number => {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('Expected 0 to 65535.');
  return port;
};

const command = new Command('serve')
  .description('Serves departments apart from the gateway, each at /<department>/graphql (独立运行部门子图).')
  .argument('[department...]', 'departments to serve; all unless named (部门)', department)
  .option('--host <address>', 'address to listen on (监听地址)', '127.0.0.1')
  .option('--port <number>', 'port to listen on; 0 takes a free one (端口)', portNumber, 4001)
  .parse();
const { host, port } = command.opts<{ host: string; port: number }>();
const named = command.processedArgs[0] as readonly string[];
const served = named.length > 0 ? [...new Set(named)] : known;

const { dataDirectory } = registerConfig(served);
const registers = await openDatabases({ departments: served });
const viewerKeys = openPublicRing(dataDirectory, VIEWER_KEY_USE);
const cursorKeys = openSecretRing(dataDirectory, 'cursor');

/** What may be said of a fault: its kind and code, never its text, which may quote a row. */
const onFault = (fault: unknown): void => {
  const { name = 'Error', code = '' } = fault as { name?: string; code?: string };
  console.error(`fault: ${name} ${code}`);
};

const doors = new Map<string, DoorToSubgraph>();
const figures: Promise<void>[] = [];
for (const name of served) {
  const subgraph = await serveSubgraph(await loadSubgraph(name), registers.database(name), cursorKeys, onFault);
  figures.push(prepareFigures(name, registers.database(name)).catch(onFault));
  const sign = createSignAnswer(name, openPairRing(dataDirectory, answerKeyUse(name)));
  doors.set(name, { subgraph, verify: createVerifyViewer(name, viewerKeys), sign });
}
const streams = createEventStreams(onFault);
await Promise.all(figures);
const door = createSubgraphDoor(doors, onFault, streams);
door.listen(port, host);
await once(door, 'listening');
const { port: opened } = door.address() as AddressInfo;
for (const name of served) console.log(`http://${host.includes(':') ? `[${host}]` : host}:${opened}/${name}/graphql`);

async function stop(): Promise<void> {
  const closed = once(door, 'close');
  door.close();
  streams.stop();
  // The hub keeps its connections open, so each is closed when the answer under way on it has left.
  const closing = setInterval(() => door.closeIdleConnections(), LOOK_MS);
  const late = setTimeout(() => door.closeAllConnections(), DRAIN_MS);
  await closed;
  clearInterval(closing);
  clearTimeout(late);
  for (const { subgraph } of doors.values()) await subgraph.stop();
  await registers.close();
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    stop().then(
      () => process.exit(0),
      (fault: unknown) => {
        onFault(fault);
        process.exit(1);
      },
    );
  });
}
