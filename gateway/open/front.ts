import { readFile } from 'node:fs/promises';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { createReadDocument, type ReadDocument } from '../access/limits/read-document.ts';
import { createEngine, type Engine } from '../execute/engine.ts';
import { type GraphQLServer, startGraphQLServer } from '../http/graphql-server.ts';
import type { LiveHub } from '../hub.ts';
import { createOpenHub } from './open-hub.ts';
import { openLimits } from './open-limits.ts';
import { type SubgraphClient, SubgraphUnanswered } from './subgraph-client.ts';
import { subgraphUrls } from './subgraph-urls.ts';
import { SupergraphRefused } from './supergraph-refused.ts';

/** What answers requests over one supergraph. */
export interface Front {
  readonly graphql: GraphQLServer;
  readonly hub: Pick<LiveHub, 'subscribe' | 'answer'>;
  readonly readDocument: ReadDocument;
}

/** Reads a supergraph file; throws SUPERGRAPH_UNREADABLE. */
export async function readSupergraph(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (fault) {
    const { code } = fault as { code?: string };
    throw new SupergraphRefused('SUPERGRAPH_UNREADABLE', `Expected a readable file ${file}: ${code}.`, fault);
  }
}

/** Plans over a supergraph and answers from its subgraphs, open to all; throws {@link SupergraphRefused}. */
export async function startFront(
  supergraph: string,
  client: SubgraphClient,
  onFault: (fault: unknown) => void,
): Promise<Front> {
  const urls = subgraphUrls(supergraph);
  const engine = plannedOver(supergraph);
  const hub = createOpenHub(engine, urls, client);
  const graphql = await startGraphQLServer(hub, engine, supergraph, {
    introspection: true,
    onFault,
    tell: (formatted, fault) => toldWhole(formatted, fault, onFault),
  });
  return { graphql, hub, readDocument: createReadDocument(engine.schema, supergraph, openLimits) };
}

function plannedOver(supergraph: string): Engine {
  try {
    return createEngine({ supergraph });
  } catch (fault) {
    throw new SupergraphRefused(
      'SUPERGRAPH_NOT_PLANNABLE',
      `Expected a Federation 2 supergraph: ${(fault as Error).message}`,
      fault,
    );
  }
}

/** Subgraphs' errors go to the client as they are; a fault of this process is told without detail. */
function toldWhole(formatted: GraphQLFormattedError, fault: unknown, onFault: (fault: unknown) => void) {
  const origin = fault instanceof GraphQLError ? (fault.originalError ?? fault) : fault;
  if (origin instanceof GraphQLError) return formatted;
  if (origin instanceof SubgraphUnanswered) return { ...formatted, message: origin.message };
  onFault(origin);
  return { ...formatted, message: 'The request could not be answered.' };
}
