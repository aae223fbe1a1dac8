/** A GraphQL answer as it came over HTTP. */
export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects by its assertions.
  readonly data: any;
  readonly errors: readonly { message: string; path?: unknown[]; extensions?: { code?: string } }[];
}

/** Posts an operation to a gateway. */
export async function post(
  url: string,
  query: string,
  variables: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors = [] } = (await response.json()) as Pick<Answer, 'data'> & Partial<Pick<Answer, 'errors'>>;
  return { status: response.status, data, errors };
}
