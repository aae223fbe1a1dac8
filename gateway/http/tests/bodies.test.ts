import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenDoor, openDoor } from './open-door.ts';

let door: OpenDoor;
beforeAll(async () => {
  door = await openDoor({ limits: { bodyBytes: 4_096 } });
});
afterAll(() => door.close());

const query = '{ __typename }';
const code = (answer: { json: any }) => answer.json.errors[0].extensions.code;

describe('the bodies that the door takes', () => {
  it.each([
    '',
    ' ',
    'null',
    '"{ __typename }"',
    '1',
    '[]',
    '{',
    '{"query":',
    '{"query":"{ __typename }"} x',
    '\u0000',
  ])('refuses %j', async (body) => {
    const answer = await door.post(body);
    expect(answer.status).toBe(400);
    expect(answer.json.errors).toHaveLength(1);
  });

  it('takes no batch', async () => {
    const answer = await door.post([{ query }, { query }]);
    expect([answer.status, code(answer)]).toEqual([400, 'BAD_REQUEST']);
  });

  it('refuses a body that is not UTF-8', async () => {
    const answer = await fetch(`${door.url}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${door.token}`, 'content-type': 'application/json' },
      body: Buffer.concat([
        Buffer.from('{"query":"{ __typename }","x":"'),
        Buffer.from([0xd5, 0xc5]),
        Buffer.from('"}'),
      ]),
    });
    expect(answer.status).toBe(400);
  });

  it('refuses a body that says it is too large, before it comes', async () => {
    const answer = await door.post({ query, variables: { padding: 'x'.repeat(5_000) } });
    expect(answer.status).toBe(413);
    expect(answer.json.errors[0].extensions).toMatchObject({ code: 'LIMIT_BODY', limit: 4_096 });
    expect(answer.headers.get('connection')).toBe('close');
  });

  it('refuses a body that turns out too large, and hangs up', async () => {
    const { hostname, port } = new URL(door.url);
    const socket = connect(Number(port), hostname);
    let came = '';
    socket.on('data', (chunk) => (came += chunk.toString()));
    socket.on('error', () => undefined);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.write(
      `POST /graphql HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer ${door.token}\r\n` +
        'Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n',
    );
    const chunk = 'x'.repeat(2_000);
    for (let sent = 0; sent < 5; sent += 1) socket.write(`${chunk.length.toString(16)}\r\n${chunk}\r\n`);
    await closed;
    expect(came).toMatch(/^HTTP\/1\.1 413 /);
    expect(came.match(/HTTP\/1\.1/g)).toHaveLength(1);
  });

  it('reads no body of somebody without a token', async () => {
    const { hostname, port } = new URL(door.url);
    const socket = connect(Number(port), hostname);
    const came = new Promise<string>((resolve) => socket.once('data', (chunk) => resolve(chunk.toString())));
    socket.write(
      'POST /graphql HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\nContent-Length: 4000\r\n\r\n{',
    );
    expect(await came).toMatch(/^HTTP\/1\.1 401 /);
    socket.destroy();
  });

  it('bears clients that go away in the middle of a body', async () => {
    const { hostname, port } = new URL(door.url);
    const socket = connect(Number(port), hostname);
    socket.write(
      `POST /graphql HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer ${door.token}\r\n` +
        'Content-Type: application/json\r\nContent-Length: 400\r\n\r\n{"query"',
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(door.faults).toEqual([]);
    expect((await door.post({ query })).status).toBe(200);
  });

  it('takes nothing from the prototype of a body or its variables', async () => {
    const text = 'query Q($id: ID!) { person(id: $id) { id } }';
    const answer = await door.post(`{"query":"${text}","variables":{"__proto__":{"id":"7"}}}`);
    expect(answer.json.data).toBeUndefined();
    expect((await door.post(`{"__proto__":{"query":"${query}"}}`)).status).toBe(400);
  });

  it.each([
    ['query', { query: ['{ __typename }'] }],
    ['documentId', { documentId: 7 }],
    ['operationName', { query, operationName: {} }],
    ['variables', { query, variables: 'x' }],
    ['extensions', { query, extensions: [] }],
  ])('names `%s` where it has another type', async (name, body) => {
    const answer = await door.post(body);
    expect(answer.status).toBe(400);
    expect(answer.json.errors[0].message).toContain(`\`${name}\``);
  });

  it('refuses a parameter that stands twice in a query string', async () => {
    const search = `query=${encodeURIComponent(query)}&query=${encodeURIComponent('{ x }')}`;
    const answer = await fetch(`${door.url}/graphql?${search}`, {
      headers: { authorization: `Bearer ${door.token}`, 'apollo-require-preflight': '1' },
    });
    expect(answer.status).toBe(400);
  });
});
