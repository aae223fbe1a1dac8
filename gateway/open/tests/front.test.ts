import { describe, expect, it } from 'vitest';
import { federation } from '../../execute/tests/federation.ts';
import { authenticateNobody } from '../anonymous.ts';
import { startFront } from '../front.ts';
import { type SubgraphClient, SubgraphUnanswered } from '../subgraph-client.ts';

const { supergraph } = federation([
  { name: 'goods', typeDefs: 'type Query { price: Int }', resolvers: { Query: { price: () => 1 } } },
]);
const { identity } = await authenticateNobody({ authorization: undefined, certificate: null });
const context = {
  identity,
  stated: { request: 'test', purpose: undefined, caseNumber: undefined },
  tellSources: false,
  signal: new AbortController().signal,
};

/** What a client hears, and the faults noted, where each fetch fails so. */
async function whereFetchesFail(failure: Error) {
  const faults: unknown[] = [];
  const client: SubgraphClient = {
    fetchFor: () => () => Promise.reject(failure),
    listen: () => Promise.reject(failure),
    close: () => Promise.resolve(),
  };
  const http = supergraph.replace(/inprocess:\/\/goods/, 'http://127.0.0.1:1/');
  const { graphql } = await startFront(http, client, (fault) => faults.push(fault));
  const { body } = await graphql.answer({ body: { query: '{ price }', operationName: null, variables: {} }, context });
  await graphql.stop();
  return { answer: JSON.parse(body), faults };
}

describe('an open front', () => {
  it('tells why a subgraph gave no answer, for that is no fault of its own', async () => {
    const reason = 'Expected goods to answer with JSON; its status was 502.';
    const { answer, faults } = await whereFetchesFail(new SubgraphUnanswered(reason));
    expect(answer).toEqual({
      data: { price: null },
      errors: [
        {
          message: reason,
          path: ['price'],
          extensions: { code: 'SOURCE_UNAVAILABLE', department: 'goods', coordinate: 'Query.price' },
        },
      ],
    });
    expect(faults).toEqual([]);
  });

  it('tells no detail of a fault of its own, and notes it', async () => {
    const fault = new TypeError('secret');
    const { answer, faults } = await whereFetchesFail(fault);
    expect(answer.errors[0].message).toBe('The request could not be answered.');
    expect(faults).toEqual([fault]);
  });
});
