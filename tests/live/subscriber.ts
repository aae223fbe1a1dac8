import { randomUUID } from 'node:crypto';
import { type Client, createClient } from 'graphql-sse';
import { inject } from 'vitest';
import { issueToken } from '../../gateway/access/issue-token.ts';
import { openTokenKeys } from '../../gateway/access/token-keys.ts';
import type { Asker } from '../kit/hub-client.ts';

/** What a subscription was told, by the client that graphql-sse publishes. */
export interface Subscriber {
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects by its assertions.
  readonly told: { data?: any; errors?: readonly { message: string; extensions: { code: string } }[] }[];
  /** Resolves once the stream is over. */
  readonly over: Promise<void>;
  /** Resolves once so many results have come. */
  until(results: number): Promise<void>;
  leave(): void;
}

/** Where somebody subscribes: a user of one's own unless told, so that nobody's limit is another's. */
export async function headersOf(asker: Asker, dataDirectory = inject('runningHub').dataDirectory) {
  const token = await issueToken(await openTokenKeys(dataDirectory), { user: `user-${randomUUID()}`, ...asker });
  return {
    authorization: `Bearer ${token}`,
    ...(asker.purpose && { 'x-purpose': asker.purpose }),
    ...(asker.caseNumber && { 'x-case': asker.caseNumber }),
  };
}

/** Subscribes at the running hub, or at another; resolves once the stream is open. */
export async function subscribe(
  headers: Record<string, string>,
  query: string,
  variables: Record<string, unknown> = {},
  url = inject('runningHub').url,
): Promise<Subscriber> {
  let opened = () => {};
  const open = new Promise<void>((resolve) => (opened = resolve));
  const client: Client = createClient({
    url: `${url}/graphql`,
    headers,
    retryAttempts: 0,
    async fetchFn(input: RequestInfo, init: RequestInit) {
      const response = await fetch(input, init);
      opened();
      return response;
    },
  });
  const told: Subscriber['told'] = [];
  const waiting: { results: number; resolve(): void }[] = [];
  let leave = () => {};
  const over = new Promise<void>((complete, error) => {
    leave = client.subscribe(
      { query, variables },
      {
        next(result) {
          told.push(result as Subscriber['told'][number]);
          for (const { results, resolve } of waiting) if (told.length >= results) resolve();
        },
        complete,
        error,
      },
    );
  });
  await Promise.race([open, over]);
  return {
    told,
    over,
    until: (results) =>
      told.length >= results ? Promise.resolve() : new Promise((resolve) => waiting.push({ results, resolve })),
    leave,
  };
}
