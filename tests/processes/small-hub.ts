import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { GraphQLError } from 'graphql';
import { createAuthenticate } from '../../gateway/access/authenticate.ts';
import { issueToken } from '../../gateway/access/issue-token.ts';
import { defaultLimits } from '../../gateway/access/limits/limits.ts';
import { createCountRequest } from '../../gateway/access/limits/rate-limit.ts';
import { createReadDocument } from '../../gateway/access/limits/read-document.ts';
import { issuerOf, standingOf, tokenPair } from '../../gateway/access/tests/believed.ts';
import { createResolveDocument } from '../../gateway/access/trusted-documents/resolve-document.ts';
import { federation } from '../../gateway/execute/tests/federation.ts';
import { createDoor } from '../../gateway/http/door.ts';
import { startGraphQLServer } from '../../gateway/http/graphql-server.ts';
import { createHub } from '../../gateway/hub.ts';
import { openDisclosureLog } from '../../gateway/ledger/disclosure-log.ts';
import { fieldOwners } from '../../gateway/plan/field-owners.ts';
import { fieldScopes } from '../../gateway/plan/field-scopes.ts';
import type { Transport } from '../../gateway/transport/transport.ts';
import { openDatabase } from '../../schema/register/database.ts';

// A hub of the door, the engine and the ledger alone, over a register in memory: quick to start, and to be killed.
const { engine, supergraph, serve } = federation([
  {
    name: 'registry',
    typeDefs: `
      type Query { person(id: ID!): Person }
      type Person { id: ID! name: String }`,
    resolvers: { Query: { person: (_: unknown, { id }: { id: string }) => ({ id, name: `name of ${id}` }) } },
  },
]);
const database = openDatabase(process.env.SMALL_HUB_DATABASE ?? '');
const transport = {
  department: 'registry',
  async send(request) {
    const person = String(Object.values(request.variables ?? {})[0]);
    const answer = await serve('registry', request);
    return { ...answer, extensions: { disclosed: [{ fields: 'Person.name', persons: [person] }] } };
  },
  subscribe: () => Promise.reject(new GraphQLError('Expected no subscription.')),
} as Transport;
const purpose = {
  code: 'docket',
  boundTo: 'NONE' as const,
  personas: ['case-handler'],
  clients: [],
  scopes: [],
  matterScopes: [],
  lookup: null,
  liveStatuses: [],
  lookupsPerHour: null,
  breakGlass: null,
  selfOpening: null,
  validity: 'VALID' as const,
};
const hub = createHub({
  engine,
  transports: new Map([['registry', transport]]),
  policy: {
    policy: () =>
      Promise.resolve({
        purposes: new Map([['docket', purpose]]),
        withdrawals: [],
        protectedPersons: new Set<string>(),
      }),
    countLookups: () => Promise.resolve(0),
  },
  glass: {} as never,
  selfOpenings: {} as never,
  log: openDisclosureLog(database),
  rules: { required: fieldScopes(supergraph), ownerOf: fieldOwners(supergraph) },
});
const onFault = (fault: unknown) => console.error(fault);
const keys = tokenPair();
const door = createDoor({
  graphql: await startGraphQLServer(hub, engine, supergraph, { introspection: false, onFault }),
  authenticate: createAuthenticate({ issuers: [issuerOf(() => [keys])], standing: standingOf() }),
  countRequest: createCountRequest({ perSecond: 0, burst: 0 }),
  resolveDocument: createResolveDocument(undefined, true),
  readDocument: createReadDocument(engine.schema, supergraph, defaultLimits),
  limits: defaultLimits,
  patience: { headers: 5_000, request: 5_000, keepAlive: 5_000, connections: 100 },
  editor: false,
  onFault,
});
door.listen(0, '127.0.0.1');
await once(door, 'listening');
const token = await issueToken(keys, { persona: 'case-handler' });
console.log(JSON.stringify({ url: `http://127.0.0.1:${(door.address() as AddressInfo).port}/graphql`, token }));
