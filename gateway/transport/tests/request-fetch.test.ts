import { describe, expect, it } from 'vitest';
import { viewer } from '../../../tests/kit/viewer.ts';
import type { SubgraphAnswer, SubgraphRequest } from '../../execute/subgraph-fetch.ts';
import { unanswered } from '../department-failure.ts';
import { requestFetch } from '../request-fetch.ts';
import type { Transport } from '../transport.ts';

const query = (variables: Record<string, unknown>, document = '{ a }'): SubgraphRequest => ({
  document,
  operationName: undefined,
  kind: 'query',
  variables,
});

/** A department that answers when told, and remembers what it was asked. */
function department(answer: () => SubgraphAnswer = () => ({ data: { list: [{ id: 1 }] } })) {
  const asked: { readonly admitted: readonly string[]; readonly release: () => void }[] = [];
  const transport: Transport = {
    department: 'justice',
    subscribe: () => Promise.reject(new Error('Expected no subscription.')),
    send: (_request, { admitted }) =>
      new Promise((resolve, reject) => {
        const release = () => {
          try {
            resolve(answer());
          } catch (fault) {
            reject(fault as Error);
          }
        };
        asked.push({ admitted, release });
      }),
  };
  const fetchFor = (who = viewer()) => {
    const { fetch, disclosures } = requestFetch(new Map([['justice', transport]]), who);
    return { disclosures, fetch: (request: SubgraphRequest) => Promise.resolve(fetch('justice', request)) };
  };
  const releaseAll = () => {
    for (const { release } of asked) release();
  };
  return { asked, fetchFor, releaseAll };
}

describe('the fetches of one request', () => {
  it('are one where they are the same at the same time, each with an answer of its own', async () => {
    const { asked, fetchFor, releaseAll } = department();
    const { fetch } = fetchFor();
    const both = [fetch(query({ ids: ['1'] })), fetch(query({ ids: ['1'] }))];
    releaseAll();
    const [one, other] = await Promise.all(both);
    expect(asked).toHaveLength(1);
    expect(one).toEqual(other);
    expect(one?.data?.list).not.toBe(other?.data?.list);
  });

  it('tell what was disclosed once', async () => {
    const disclosed = [{ fields: 'a', persons: ['1'] }];
    const { fetchFor, releaseAll } = department(() => ({ data: {}, extensions: { disclosed, admitted: [] } }));
    const { fetch, disclosures } = fetchFor();
    const both = [fetch(query({})), fetch(query({}))];
    releaseAll();
    await Promise.all(both);
    expect(disclosures()).toEqual([{ department: 'justice', fields: 'a', persons: ['1'] }]);
  });

  it('are several where they differ, follow one another or change something', async () => {
    const { asked, fetchFor, releaseAll } = department();
    const { fetch } = fetchFor();
    const change = { ...query({}, 'mutation { a }'), kind: 'mutation' } as const;
    const different = [query({ ids: ['1'] }), query({ ids: ['2'] }), query({ ids: ['1'] }, '{ b }'), change, change];
    const all = different.map((request) => fetch(request));
    releaseAll();
    await Promise.all(all);
    expect(asked).toHaveLength(5);
    const again = fetch(query({ ids: ['1'] }));
    releaseAll();
    await again;
    expect(asked).toHaveLength(6);
  });

  it('are never shared with another request, whoever asks', async () => {
    const { asked, fetchFor, releaseAll } = department();
    const all = [fetchFor(), fetchFor(), fetchFor(viewer({ user: 'v' }))].map(({ fetch }) => fetch(query({})));
    releaseAll();
    await Promise.all(all);
    expect(asked).toHaveLength(3);
  });

  it('are not shared across what became visible in between', async () => {
    const { asked, fetchFor } = department(() => ({ data: {}, extensions: { disclosed: [], admitted: ['p'] } }));
    const { fetch } = fetchFor();
    const first = fetch(query({}, '{ slow }'));
    const admitting = fetch(query({}, '{ parties }'));
    asked[1]?.release();
    await admitting;
    const second = fetch(query({}, '{ slow }'));
    for (const { release } of asked) release();
    await Promise.all([first, second]);
    expect(asked.map(({ admitted }) => admitted)).toEqual([[], [], ['p']]);
  });

  it('fail alike where the one that was sent fails, with the reason as an error of the answer', async () => {
    const { fetchFor, releaseAll } = department(() => {
      throw unanswered('Expected justice to answer, it did not.');
    });
    const { fetch } = fetchFor();
    const both = [fetch(query({})), fetch(query({}))];
    releaseAll();
    const error = {
      message: 'Expected justice to answer, it did not.',
      extensions: { code: 'SOURCE_UNAVAILABLE' },
    };
    for (const answer of await Promise.all(both)) expect(answer).toEqual({ data: null, errors: [error] });
  });
});
