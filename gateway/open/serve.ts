import { resolve } from 'node:path';
import { createCountRequest } from '../access/limits/rate-limit.ts';
import { createResolveDocument } from '../access/trusted-documents/resolve-document.ts';
import { createDoor } from '../http/door.ts';
import { createLive } from '../live/live.ts';
import { faultName, logger } from '../log.ts';
import { configFor } from '../start/config-for.ts';
import { listen } from '../start/listen.ts';
import type { RunningParts } from '../start/running-parts.ts';
import { authenticateNobody } from './anonymous.ts';
import { followSupergraph } from './follow-supergraph.ts';
import { readSupergraph, startFront } from './front.ts';
import { openLimits } from './open-limits.ts';
import { replaceableFront } from './replaceable-front.ts';
import { createSubgraphClient } from './subgraph-client.ts';

/** What to serve, where, and how long its subgraphs may take. */
export interface OpenOrder {
  readonly supergraph: string;
  readonly deadline: number;
  readonly host?: string;
  readonly port?: number;
}

const WARNING =
  '⚠ OPEN: no tokens, no purposes, no ledger; whoever reaches this port reads everything (开放模式：无任何访问控制)';
const DRAIN_RESERVE_MS = 1_000;

/** Serves a supergraph file from its subgraphs' URLs, without access, and follows the file as it changes. */
export async function serveSupergraph(parts: RunningParts, order: OpenOrder): Promise<void> {
  const { host, port, door } = configFor(order);
  const file = resolve(order.supergraph);
  console.error(WARNING);
  const onFault = (fault: unknown) => logger.error({ fault: faultName(fault) }, 'fault');
  const client = parts.add(createSubgraphClient({ deadlineMs: order.deadline }));
  const served = await readSupergraph(file);
  const start = (supergraph: string) => startFront(supergraph, client, onFault);
  const front = replaceableFront(await start(served));
  parts.add({ close: () => front.graphql.stop() });
  // Everybody is the same nobody here.
  const limits = { ...door.live, perUser: door.live.subscriptions };
  const live = createLive({ hub: front.hub, authenticate: authenticateNobody, limits, tellsAll: true, onFault });
  const server = createDoor({
    ...front,
    live,
    authenticate: authenticateNobody,
    countRequest: createCountRequest({ perSecond: 0, burst: 0 }),
    resolveDocument: createResolveDocument(undefined, true),
    limits: openLimits,
    plainGet: true,
    patience: door.patience,
    editor: true,
    onFault,
  });
  const { url } = parts.add(await listen(server, { host, port, drainMs: order.deadline + DRAIN_RESERVE_MS }));
  parts.add({ close: async () => live.stop() });
  const stopFollowing = followSupergraph({
    file,
    served,
    front,
    start,
    onTaken: () => logger.info('a new supergraph is served'),
    onRefused: (fault) => logger.error(refusal(fault), 'the new supergraph is not served, the one before stays'),
  });
  parts.add({ close: async () => stopFollowing() });
  console.log(`Serving ${file} (已就绪): ${url}/graphql`);
}

/** What went wrong with a file of the operator's own: in its own words. */
const refusal = (fault: unknown) => ({ code: (fault as { code?: string }).code, message: (fault as Error).message });
