import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { createAuthenticate } from '../../access/authenticate.ts';
import { issueToken } from '../../access/issue-token.ts';
import type { TokenIssuer } from '../../access/issuers/token-issuer.ts';
import { defaultLimits, type Limits } from '../../access/limits/limits.ts';
import { createCountRequest, type Rate } from '../../access/limits/rate-limit.ts';
import { createReadDocument } from '../../access/limits/read-document.ts';
import type { ReadStanding } from '../../access/standing/standing.ts';
import { issuerOf, standingOf, tokenPair } from '../../access/tests/believed.ts';
import type { TokenKeys } from '../../access/token-keys.ts';
import { createResolveDocument } from '../../access/trusted-documents/resolve-document.ts';
import { trustedDocuments } from '../../access/trusted-documents/trusted-documents.ts';
import { federation } from '../../execute/tests/federation.ts';
import type { Hub } from '../../hub.ts';
import type { Observer } from '../../observe/observer.ts';
import type { Readiness } from '../../observe/readiness.ts';
import { createDoor } from '../door.ts';
import { startGraphQLServer } from '../graphql-server.ts';
import type { Patience } from '../patience.ts';
import type { DoorTls } from '../tls.ts';
import { registry } from './registry.subgraph.ts';

/** How a test wants its door. */
export interface DoorSettings {
  readonly production?: boolean;
  readonly limits?: Partial<Limits>;
  readonly rate?: Rate;
  readonly patience?: Partial<Patience>;
  /** Manifest of trusted documents. */
  readonly manifest?: unknown;
  readonly openDocuments?: boolean;
  /** Takes the hub's place. */
  readonly answer?: Hub['answer'];
  readonly observer?: Observer;
  readonly readiness?: Readiness;
  readonly tls?: DoorTls;
  readonly standing?: ReadStanding;
  /** Whose tokens it believes; its own unless told. */
  readonly issuers?: readonly TokenIssuer[];
}

/** A door that listens on a port of its own, over a small register. */
export interface OpenDoor {
  readonly url: string;
  readonly server: Server;
  /** Faults that the door noted. */
  readonly faults: unknown[];
  /** By which rules callers were not believed. */
  readonly rules: string[];
  readonly token: string;
  /** What signs its tokens. */
  readonly keys: TokenKeys;
  /** Sends a GraphQL request with a token. */
  post(body: unknown, headers?: Record<string, string>): Promise<Answered>;
  get(parameters: Record<string, string>, headers?: Record<string, string>): Promise<Answered>;
  close(): Promise<void>;
}

/** An answer as it came. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects by its assertions.
  readonly json: any;
}

const patience: Patience = { headers: 5_000, request: 5_000, keepAlive: 5_000, connections: 100 };

/** Opens it; close it when the tests are done. */
export async function openDoor(settings: DoorSettings = {}): Promise<OpenDoor> {
  const { production = false, rate = { perSecond: 0, burst: 0 } } = settings;
  const { engine, supergraph, run } = federation([registry]);
  const answer: Hub['answer'] = async ({ source, operationName, variables }) => {
    const { result } = await run(source, { variables, ...(operationName && { operationName }) });
    // The test federation answers plain JSON; the hub's errors are GraphQL's own.
    return { ...result, ...(result.errors && { errors: result.errors.map(asError) }) };
  };
  const hub = { answer: settings.answer ?? answer } as Hub;
  const faults: unknown[] = [];
  const onFault = (fault: unknown) => void faults.push(fault);
  const limits = { ...defaultLimits, ...settings.limits };
  const keys = tokenPair();
  const graphql = await startGraphQLServer(hub, engine, supergraph, { introspection: !production, onFault });
  const rules: string[] = [];
  const server = createDoor({
    graphql,
    authenticate: createAuthenticate({
      issuers: settings.issuers ?? [issuerOf(() => [keys])],
      standing: settings.standing ?? standingOf(),
    }),
    countRequest: createCountRequest(rate),
    resolveDocument: createResolveDocument(
      settings.manifest === undefined ? undefined : trustedDocuments(settings.manifest),
      settings.openDocuments ?? !production,
    ),
    readDocument: createReadDocument(engine.schema, supergraph, limits),
    limits,
    patience: { ...patience, ...settings.patience },
    editor: !production,
    onFault,
    ...(settings.observer && { observer: settings.observer }),
    ...(settings.readiness && { readiness: settings.readiness }),
    tls: settings.tls,
    onUnauthenticated: (rule) => rules.push(rule),
    publicKeys: () => JSON.stringify({ keys: [keys.publicJwk] }),
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `${settings.tls ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const token = await issueToken(keys, { persona: 'case-handler' });
  const send = async (path: string, init: RequestInit): Promise<Answered> => {
    const headers = { authorization: `Bearer ${token}`, ...(init.headers as Record<string, string>) };
    const response = await fetch(`${url}${path}`, { ...init, headers });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: text && JSON.parse(text) };
  };
  return {
    url,
    server,
    faults,
    rules,
    token,
    keys,
    post: (body, headers) =>
      send('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    get: (parameters, headers) =>
      send(`/graphql?${new URLSearchParams(parameters).toString()}`, {
        headers: { 'apollo-require-preflight': '1', ...headers },
      }),
    async close() {
      server.close();
      server.closeAllConnections();
      await graphql.stop();
    },
  };
}

const asError = ({ message, extensions, path }: GraphQLFormattedError) =>
  new GraphQLError(message, { extensions, ...(path && { path }) });
