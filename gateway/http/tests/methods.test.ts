import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenDoor, openDoor } from './open-door.ts';

let door: OpenDoor;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

const raw = (path: string, init: RequestInit) =>
  fetch(`${door.url}${path}`, { ...init, headers: { authorization: `Bearer ${door.token}`, ...init.headers } });
const query = '{ person(id: "7") { id name } }';

describe('the methods of the door', () => {
  it('answers a query by POST and by GET alike', async () => {
    const data = { person: { id: '7', name: 'name of 7' } };
    expect((await door.post({ query })).json).toEqual({ data });
    expect((await door.get({ query })).json).toEqual({ data });
  });

  it('takes variables and the name of the operation from the query string', async () => {
    const two = 'query A($id: ID!) { person(id: $id) { id } } query B { __typename }';
    const answer = await door.get({ query: two, operationName: 'A', variables: '{"id":"8"}' });
    expect(answer.json).toEqual({ data: { person: { id: '8' } } });
  });

  it('refuses a mutation by GET, and says which method to use', async () => {
    const answer = await door.get({ query: 'mutation { rename(id: "1", name: "x") { id } }' });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('POST');
  });

  it('refuses the mutation of several operations by GET when it is the one named', async () => {
    const two = 'query A { __typename } mutation B { rename(id: "1", name: "x") { id } }';
    expect((await door.get({ query: two, operationName: 'B' })).status).toBe(405);
    expect((await door.get({ query: two, operationName: 'A' })).status).toBe(200);
  });

  it.each([
    [undefined],
    ['text/plain'],
    ['application/x-www-form-urlencoded'],
    ['multipart/form-data'],
  ])('refuses GET that a page of another site could send (%s)', async (type) => {
    const answer = await raw(`/graphql?query=${encodeURIComponent(query)}`, {
      headers: type === undefined ? {} : { 'content-type': type },
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'PREFLIGHT_REQUIRED' } }] });
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
  ])('refuses POST of %s', async (type) => {
    expect((await door.post({ query }, { 'content-type': type })).status).toBe(415);
  });

  it('refuses compressed bodies and other character sets', async () => {
    expect((await door.post({ query }, { 'content-encoding': 'gzip' })).status).toBe(415);
    expect((await door.post({ query }, { 'content-type': 'application/json; charset=gb18030' })).status).toBe(415);
    expect((await door.post({ query }, { 'content-type': 'application/json; charset="UTF-8"' })).status).toBe(200);
  });

  it('tells its methods and opens itself to no other site', async () => {
    const answer = await raw('/graphql', {
      method: 'OPTIONS',
      headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' },
    });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('allow')).toBe('GET, POST, OPTIONS');
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'HEAD'])('refuses %s', async (method) => {
    const answer = await raw('/graphql', { method });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toContain('POST');
    expect(method === 'HEAD' ? await answer.text() : '').toBe('');
  });

  it('answers HEAD of its health without a body, and nothing elsewhere', async () => {
    const answer = await raw('/health', { method: 'HEAD' });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect((await raw('/graphql/', { method: 'POST' })).status).toBe(404);
    expect((await raw('/../../etc/passwd', {})).status).toBe(404);
  });

  it('lets nobody keep an answer', async () => {
    const { headers } = await door.get({ query });
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});
