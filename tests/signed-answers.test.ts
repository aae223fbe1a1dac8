import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { gatewayConfig } from '../gateway/config.ts';
import { createCheckAnswer, type SignedAnswers } from '../gateway/transport/check-answer.ts';
import { type HttpTransport, httpTransport } from '../gateway/transport/http.ts';
import { requestFetch } from '../gateway/transport/request-fetch.ts';
import { openAnswerKeys } from '../schema/kit/answer-keys.ts';
import { retireKey, rotateKey } from '../schema/kit/keys/change-keys.ts';
import { keysDirectory } from '../schema/kit/keys/config.ts';
import { openPairRing } from '../schema/kit/keys/pair-ring.ts';
import { sha256 } from '../schema/kit/sha-256.ts';
import { ANSWER_HEADER, answerKeyUse, createSignAnswer, verifyAnswer } from '../schema/kit/signed-answer.ts';
import { runCommand } from './kit/hub-process.ts';
import { openServedDepartment, type ServedDepartment } from './kit/served-department.ts';
import { viewer } from './kit/viewer.ts';

const DEPARTMENT = 'justice';
const USE = answerKeyUse(DEPARTMENT);
const request = {
  document: '{ mediationOrganizations { name } }',
  operationName: undefined,
  kind: 'query',
  variables: undefined,
} as const;
const BODY = JSON.stringify({ query: request.document });
const somebody = '00000000-0000-7000-8000-000000000001';
const invalid = { code: 'SOURCE_INVALID', message: expect.stringContaining('Expected justice to sign its answer') };

/** What stands between the hub and the department does to an answer. */
type Tamper = (answer: { body: string; signature: string | undefined }) => typeof answer;

let department: ServedDepartment;
let way: Server;
let tamper: Tamper = (answer) => answer;
let transports: HttpTransport[] = [];

beforeAll(async () => {
  department = await openServedDepartment();
  await department.register.database.pool.query(
    `INSERT INTO legal_aid (number, person_id, area_code, matter, status, applied_on, due_on, means_test_exempt,
       updated_on, batch_id)
     VALUES ('1', $1, '330803001001', '01', 'APPLIED', '2026-01-01', '2026-01-08', false, '2026-01-01', $1)`,
    [somebody],
  );
  const pass = async (asked: IncomingMessage, response: ServerResponse) => {
    const onward = httpRequest(department.url, { method: 'POST', headers: asked.headers });
    asked.pipe(onward);
    const [answered] = (await once(onward, 'response')) as [IncomingMessage];
    let text = '';
    for await (const chunk of answered) text += String(chunk);
    const { body, signature } = tamper({ body: text, signature: answered.headers[ANSWER_HEADER] as string });
    response.writeHead(200, { 'content-type': 'application/json', ...(signature && { [ANSWER_HEADER]: signature }) });
    response.end(body);
  };
  way = createServer((asked, response) => void pass(asked, response));
  way.listen(0, '127.0.0.1');
  await once(way, 'listening');
});
afterEach(async () => {
  tamper = (answer) => answer;
  await Promise.all(transports.map((transport) => transport.close()));
  transports = [];
});
afterAll(async () => {
  way.closeAllConnections();
  way.close();
  await department.close();
});

const answerKeys = () => openAnswerKeys(department.dataDirectory, DEPARTMENT);

/** The hub's way to the department, past whoever tampers with its answers. */
function reach(asked: SignedAnswers = 'known', keys = answerKeys()): HttpTransport {
  const transport = httpTransport({
    department: DEPARTMENT,
    url: `http://127.0.0.1:${(way.address() as AddressInfo).port}/graphql`,
    signViewer: department.sign,
    limits: { ...gatewayConfig({}).transport, breakerFailures: 1_000 },
    checkAnswer: createCheckAnswer(DEPARTMENT, keys, asked),
  });
  transports.push(transport);
  return transport;
}
const noKeys = () => openAnswerKeys(department.dataDirectory, 'civil-affairs');

describe('a department’s answer', () => {
  it('is signed for the request it answers, and vouched for by whoever knows the public key', async () => {
    const token = await department.sign(viewer({ request: 'r-1' }), DEPARTMENT, BODY);
    const { text, signature = '' } = await department.post(BODY, token);
    const key = openPairRing(department.dataDirectory, USE).newest;
    const keyOf = (id: string) => (id === key.id ? key : undefined);
    expect(await verifyAnswer(DEPARTMENT, signature, text, keyOf)).toEqual({
      request: 'r-1',
      asked: sha256(token),
      digest: sha256(text),
      iat: expect.any(Number),
      keyId: key.id,
    });
    expect(await verifyAnswer(DEPARTMENT, signature, `${text} `, keyOf)).toBeUndefined();
    expect(await verifyAnswer('civil-affairs', signature, text, keyOf)).toBeUndefined();
    expect(await verifyAnswer(DEPARTMENT, token, text, keyOf)).toBeUndefined();
  });

  it('comes to the hub with digest, signature and key, and so to the ledger with what it let out', async () => {
    const document = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Person { legalAid { id } } } }`;
    const reader = viewer({ scopes: ['justice.legal-aid:read'] });
    let sent = '';
    tamper = (answer) => {
      sent = answer.body;
      return answer;
    };
    const { fetch, disclosures } = requestFetch(new Map([[DEPARTMENT, reach()]]), reader);
    await fetch(DEPARTMENT, { ...request, document, variables: { of: [{ __typename: 'Person', id: somebody }] } });
    const [{ persons, answer } = expect.unreachable('expected a disclosure')] = disclosures();
    expect(persons).toEqual([somebody]);
    expect(answer).toEqual({ digest: sha256(sent), signature: expect.any(String), keyId: expect.any(String) });
    const signed = await verifyAnswer(DEPARTMENT, answer?.signature ?? '', sent, (id) => answerKeys().find(id));
    expect(signed?.request).toBe(reader.request);
  });

  it.each<[string, Tamper]>([
    ['was altered', ({ body, signature }) => ({ body: body.replace('[]', '[{"name":"x"}]'), signature })],
    ['has one blank more', ({ body, signature }) => ({ body: `${body} `, signature })],
    ['lost its signature', ({ body }) => ({ body, signature: undefined })],
    ['bears something else for a signature', ({ body }) => ({ body, signature: 'a.b.c' })],
  ])('is SOURCE_INVALID where it %s', async (_how, how) => {
    tamper = how;
    await expect(reach().send(request, viewer())).rejects.toMatchObject(invalid);
  });

  it('is SOURCE_INVALID where it was the answer to another request', async () => {
    let first: ReturnType<Tamper> | undefined;
    tamper = (answer) => (first ??= answer);
    const transport = reach();
    expect((await transport.send(request, viewer())).data).toEqual({ mediationOrganizations: [] });
    await expect(transport.send(request, viewer())).rejects.toMatchObject(invalid);
  });

  it('is SOURCE_INVALID where another department signed it', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'governance-hub-answer-'));
    const foreign = createSignAnswer(DEPARTMENT, openPairRing(elsewhere, USE));
    const transport = reach();
    const token = await foreign('r', 'x', BODY);
    tamper = ({ body }) => ({ body, signature: token });
    await expect(transport.send(request, viewer())).rejects.toMatchObject(invalid);
    rmSync(elsewhere, { recursive: true });
  });

  it('need not be signed by a department whose key the hub does not know, unless it asks for that', async () => {
    tamper = ({ body }) => ({ body, signature: undefined });
    expect((await reach('known', noKeys()).send(request, viewer())).signed).toBeUndefined();
    await expect(reach('require', noKeys()).send(request, viewer())).rejects.toMatchObject(invalid);
    expect((await reach('ignore').send(request, viewer())).data).toEqual({ mediationOrganizations: [] });
  });

  it('is known by each key of the department, until that is retired', async () => {
    const use = { use: USE, kind: 'pair', title: '' } as const;
    const folder = keysDirectory(department.dataDirectory);
    const transport = reach();
    let text = '';
    tamper = (answer) => {
      text ||= answer.body;
      return answer;
    };
    const { signed: old } = await transport.send(request, viewer());
    const { id } = rotateKey(folder, use);
    await expect.poll(async () => (await transport.send(request, viewer())).signed?.keyId, { timeout: 5_000 }).toBe(id);
    const vouched = async () =>
      (await verifyAnswer(DEPARTMENT, old?.signature ?? '', text, (key) => answerKeys().find(key)))?.keyId;
    expect(await vouched()).toBe(old?.keyId);
    retireKey(folder, use, old?.keyId ?? '');
    expect(await vouched()).toBeUndefined();
  });
});

describe('npm run check-answer', () => {
  it('tells from the answer, its signature and the public keys alone whether a department said it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'governance-hub-answer-'));
    const file = (name: string, content: string) => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    };
    const token = await department.sign(viewer({ request: 'r-9' }), DEPARTMENT, BODY);
    const { text, signature = '' } = await department.post(BODY, token);
    const answer = file('answer.json', text);
    const signed = file('answer.jws', `${signature}\n`);
    const { publicJwk } = openPairRing(department.dataDirectory, USE).newest;
    const keys = file('keys.json', JSON.stringify({ keys: [publicJwk] }));
    const check = (...parameters: string[]) => runCommand(department.dataDirectory, 'check-answer', ...parameters);
    const said = await check(DEPARTMENT, '--answer', answer, '--signature', signed, '--keys', keys);
    expect(said).toMatchObject({ code: 0, stdout: expect.stringContaining('request r-9') });
    expect((await check(DEPARTMENT, '--answer', answer, '--signature', signed)).code).toBe(0);
    const other = file('other.json', readFileSync(answer, 'utf8').replace('[]', '[1]'));
    const denied = await check(DEPARTMENT, '--answer', other, '--signature', signed, '--keys', keys);
    expect(denied).toMatchObject({ code: 1, stderr: expect.stringContaining('signed this answer') });
    expect((await check('civil-affairs', '--answer', answer, '--signature', signed, '--keys', keys)).code).toBe(1);
    rmSync(folder, { recursive: true });
  });
});
