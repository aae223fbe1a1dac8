import { inject } from 'vitest';
import { issueToken } from '../../gateway/access/issue-token.ts';
import { openTokenKeys } from '../../gateway/access/token-keys.ts';
import type { Asker } from '../kit/hub-client.ts';

/** An answer of the hub's door, headers and all. */
export interface RawAnswer {
  readonly status: number;
  readonly text: string;
  readonly headers: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects by its assertions.
  readonly body: any;
}

/** A token of the running hub for somebody. */
export const tokenFor = async (asker: Asker): Promise<string> =>
  issueToken(await openTokenKeys(inject('runningHub').dataDirectory), asker);

/** Sends a body to the running hub just as it stands. */
export async function sendRaw(headers: Readonly<Record<string, string>>, body: unknown): Promise<RawAnswer> {
  const response = await fetch(`${inject('runningHub').url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return {
    status: response.status,
    text,
    headers: [...response.headers].flat().join('\n'),
    body: JSON.parse(text),
  };
}

/** Sends a body as somebody. */
export const sendAs = async (asker: Asker, body: unknown): Promise<RawAnswer> =>
  sendRaw(
    {
      authorization: `Bearer ${await tokenFor(asker)}`,
      ...(asker.purpose && { 'x-purpose': asker.purpose }),
      ...(asker.caseNumber && { 'x-case': asker.caseNumber }),
    },
    body,
  );
