import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { inject } from 'vitest';
import { issueToken, type TokenOptions } from '../../gateway/access/issue-token.ts';
import { openTokenKeys } from '../../gateway/access/token-keys.ts';

/** Who asks, why and what for. */
export interface Asker extends TokenOptions {
  readonly purpose?: string;
  readonly caseNumber?: string;
  /** Further headers, such as `X-Break-Glass`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A GraphQL answer as it came over HTTP. */
export interface Answer<Data> {
  readonly status: number;
  readonly data: Data;
  readonly errors: readonly { message: string; path?: (string | number)[]; extensions: { code: string } }[];
  /** The body, for looking for what must not be in it. */
  readonly text: string;
}

const operations = resolve(import.meta.dirname, '..', 'journeys', 'operations');

/** The text of one of the consumers' operations, by its file name without `.graphql`. */
export const operation = (name: string): string => readFileSync(join(operations, `${name}.graphql`), 'utf8');

/** Where a hub is. */
export interface HubAddress {
  readonly url: string;
  readonly dataDirectory: string;
}

/** Asks the running hub over HTTP as somebody. */
// biome-ignore lint/suspicious/noExplicitAny: a test says what it expects by its assertions.
export const ask = <Data = any>(
  asker: Asker,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Answer<Data>> => askAt(inject('runningHub'), asker, query, variables);

/** Asks a hub of the test's own over HTTP as somebody. */
// biome-ignore lint/suspicious/noExplicitAny: a test says what it expects by its assertions.
export async function askAt<Data = any>(
  { url, dataDirectory }: HubAddress,
  asker: Asker,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Answer<Data>> {
  const token = await issueToken(await openTokenKeys(dataDirectory), asker);
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      ...(asker.purpose && { 'x-purpose': asker.purpose }),
      ...(asker.caseNumber && { 'x-case': asker.caseNumber }),
      ...asker.headers,
    },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  const { data, errors = [] } = JSON.parse(text) as { data: Data; errors?: Answer<Data>['errors'] };
  return { status: response.status, data, errors, text };
}
