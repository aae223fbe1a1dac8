import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { loadScenario, type Scenario, scenarioNames } from '../../execute/tests/scenario.ts';
import { authenticateNobody } from '../anonymous.ts';
import { startFront } from '../front.ts';
import { createSubgraphClient } from '../subgraph-client.ts';

const scenarios = new Map<string, Scenario>();
const faults: unknown[] = [];
const client = createSubgraphClient({ deadlineMs: 5_000 });
const server = await serveScenarios();
const { port } = server.address() as AddressInfo;

/** Every subgraph of every federation at `/<federation>/<subgraph>`. */
async function serveScenarios(): Promise<Server> {
  const listening = createServer((request, response) => {
    void (async () => {
      let text = '';
      for await (const chunk of request) text += String(chunk);
      const { query: document, operationName, variables } = JSON.parse(text);
      const [, name = '', subgraph = ''] = (request.url ?? '').split('/').map(decodeURIComponent);
      const kind = /^\s*mutation\b/.test(document) ? 'mutation' : 'query';
      const answer = await scenarios.get(name)?.serve(subgraph, { document, operationName, variables, kind });
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    })();
  }).listen(0, '127.0.0.1');
  await once(listening, 'listening');
  return listening;
}

/** A supergraph whose subgraphs answer over HTTP. */
const overHttp = (name: string, supergraph: string): string =>
  supergraph.replaceAll(
    /@join__graph\(name: "([^"]+)", url: "[^"]*"\)/g,
    (_, subgraph: string) =>
      `@join__graph(name: "${subgraph}", url: "http://127.0.0.1:${port}/${name}/${encodeURIComponent(subgraph)}")`,
  );

const { identity } = await authenticateNobody({ authorization: undefined, certificate: null });
const context = {
  identity,
  stated: { request: 'test', purpose: undefined, caseNumber: undefined },
  tellSources: false,
  signal: new AbortController().signal,
};

afterAll(async () => {
  await client.close();
  server.closeAllConnections();
  server.close();
});

describe('a federation whose subgraphs are asked over HTTP', () => {
  it.each(scenarioNames)('answers as it must: %s', async (name) => {
    const scenario = await loadScenario(name);
    scenarios.set(name, scenario);
    const { graphql } = await startFront(overHttp(name, scenario.supergraph), client, (fault) => faults.push(fault));
    for (const {
      operation: query,
      operationName = null,
      variables = {},
      labels,
      data,
      errorPaths = [],
      it: says,
    } of scenario.cases) {
      // Open mode activates no label.
      if (labels) continue;
      // The second time, the document is known to be valid.
      for (const _ of ['first', 'second']) {
        scenario.reset();
        const answer = await graphql.answer({ body: { query, operationName, variables }, context });
        const found = JSON.parse(answer.body) as { data: unknown; errors?: { path: unknown[] }[] };
        expect(found.data, says).toEqual(data);
        expect((found.errors ?? []).map(({ path }) => JSON.stringify(path)).sort(), says).toEqual(
          errorPaths.map((path) => JSON.stringify(path)).sort(),
        );
      }
    }
    await graphql.stop();
  });

  it('had no fault in all of this', () => {
    expect(faults).toEqual([]);
  });
});
