import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, graphql, parse } from 'graphql';
import { createHandler } from 'graphql-sse/lib/use/http';
import { composeSupergraph } from '../../gateway/plan/compose.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])`;

const GOODS = `${LINK}
  scalar Label
  type Query { goods: [Good!]! slowly(milliseconds: Int!): String! }
  type Subscription { sold(times: Int!): Good failing: Good! }
  type Mutation { rename(id: ID!, name: String!): Good }
  type Good @key(fields: "id") { id: ID! name: String! label: Label }`;

const PRICES = `${LINK}
  type Good @key(fields: "id") { id: ID! price: Int discount: Int }`;

/** Two subgraphs that have nothing to do with the hub, each a server of its own. */
export interface Shop {
  /** Their supergraph; with another field on `Query` where one is named. */
  supergraph(field?: string): string;
  /** How many listen to what is sold. */
  listening(): number;
  /** The headers of the latest request to either. */
  latestHeaders(): IncomingHttpHeaders;
  close(): void;
}

/** Starts both. */
export async function openShop(): Promise<Shop> {
  let latest: IncomingHttpHeaders = {};
  const note = (headers: IncomingHttpHeaders) => {
    latest = headers;
  };
  const listening: Listening = { count: 0 };
  const servers = [await serve(goods(GOODS, listening), note), await serve(prices(), note)];
  const [goodsUrl, pricesUrl] = servers.map(
    (server) => `http://localhost:${(server.address() as AddressInfo).port}/graphql`,
  );
  return {
    supergraph: (field) =>
      composeSupergraph([
        { name: 'goods', url: goodsUrl as string, typeDefs: withField(field) },
        { name: 'prices', url: pricesUrl as string, typeDefs: PRICES },
      ]),
    listening: () => listening.count,
    latestHeaders: () => latest,
    close() {
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}

const withField = (field: string | undefined) =>
  field === undefined ? GOODS : GOODS.replace('type Query {', `type Query { ${field}: String`);

/** Sells one good after the other so many times; for ever where that is 0. */
async function* sales(times: number, listening: Listening) {
  listening.count += 1;
  try {
    for (let sold = 1; times === 0 || sold <= times; sold += 1) {
      yield { id: `${sold}`, name: `lamp ${sold}`, label: null };
      if (times === 0) await pause(20);
    }
  } finally {
    listening.count -= 1;
  }
}

interface Listening {
  count: number;
}

function goods(typeDefs: string, listening: Listening): GraphQLSchema {
  const all = [
    { id: '1', name: 'umbrella', label: { colour: 'red' } },
    { id: '2', name: 'lamp', label: null },
  ];
  return buildSubgraphSchema([
    {
      typeDefs: parse(typeDefs),
      resolvers: {
        Query: {
          goods: () => all,
          slowly: (_: unknown, { milliseconds }: { milliseconds: number }) => pause(milliseconds, 'done'),
        },
        Subscription: {
          sold: {
            subscribe: (_: unknown, { times }: { times: number }) => sales(times, listening),
            resolve: (good: unknown) => good,
          },
          failing: {
            subscribe: () => {
              throw new Error('Nothing is sold on Sundays.');
            },
          },
        },
        Mutation: { rename: (_: unknown, { id, name }: { id: string; name: string }) => ({ id, name, label: null }) },
      },
    },
  ]);
}

function prices(): GraphQLSchema {
  return buildSubgraphSchema([
    {
      typeDefs: parse(PRICES),
      resolvers: {
        Good: {
          __resolveReference: ({ id }: { id: string }) => ({ id, price: Number(id) * 10 }),
          discount: () => {
            throw new Error('No discount on "lamp".');
          },
        },
      },
    },
  ]);
}

async function serve(schema: GraphQLSchema, note: (headers: IncomingHttpHeaders) => void): Promise<Server> {
  const tell = createHandler({ schema });
  const server = createServer((request, response) => {
    void (async () => {
      note(request.headers);
      if (request.headers.accept?.startsWith('text/event-stream')) return tell(request, response);
      let text = '';
      for await (const chunk of request) text += String(chunk);
      const { query, variables, operationName } = JSON.parse(text);
      const answer = await graphql({ schema, source: query, variableValues: variables, operationName });
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answer));
    })();
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  return server;
}
