import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenDoor, openDoor } from './open-door.ts';

let door: OpenDoor;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

/** As a client of the hub: with a token, and with the header that keeps other sites from sending GET. */
const fetchFn: typeof fetch = (url, init) =>
  fetch(url, {
    ...init,
    headers: { ...init?.headers, authorization: `Bearer ${door.token}`, 'apollo-require-preflight': '1' },
  });

describe('GraphQL over HTTP', () => {
  const audits = serverAudits({ url: () => `${door.url}/graphql`, fetchFn });

  it('is audited in 61 ways', () => {
    expect(audits).toHaveLength(61);
  });

  it.each(audits.map((audit) => [`${audit.id} ${audit.name}`, audit] as const))('%s', async (_, audit) => {
    const result = await audit.fn();
    expect(result).toMatchObject({ status: 'ok' });
  });
});
