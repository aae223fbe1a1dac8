import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatewayConfig } from '../../gateway/config.ts';
import { httpTransport } from '../../gateway/transport/http.ts';
import { createSignViewer, type SignViewer } from '../../gateway/transport/sign-viewer.ts';
import { ringOfSecrets } from '../../schema/kit/keys/secret-ring.ts';
import { serveSubgraph } from '../../schema/kit/served-subgraph.ts';
import { bodyDigest, createVerifyViewer, VIEWER_HEADER, VIEWER_ISSUER } from '../../schema/kit/signed-viewer.ts';
import { createSubgraphDoor } from '../../schema/kit/subgraph-door.ts';
import { openViewerSigningKey, openViewerVerifyingKey, VIEWER_ALGORITHM } from '../../schema/kit/viewer-keys.ts';
import { type ScratchDatabase, scratchRegister } from '../../schema/register/tests/scratch-register.ts';
import { subgraph } from '../../subgraphs/justice/subgraph.ts';
import { viewer } from '../kit/viewer.ts';

const DEPARTMENT = 'justice';
const QUERY = '{ mediationOrganizations { name } }';
const PEOPLE = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Person { legalAid { id } } } }';
const somebody = '00000000-0000-7000-8000-000000000001';
const { transport: limits } = gatewayConfig({});
const faults: unknown[] = [];

let register: ScratchDatabase;
let dataDirectory: string;
let url: string;
let sign: SignViewer;
let close: () => Promise<void>;

beforeAll(async () => {
  register = await scratchRegister(DEPARTMENT);
  await register.database.pool.query(
    `INSERT INTO legal_aid (number, person_id, area_code, matter, status, applied_on, due_on, means_test_exempt,
       updated_on, batch_id)
     VALUES ('1', $1, '330803001001', '01', 'APPLIED', '2026-01-01', '2026-01-08', false, '2026-01-01', $1)`,
    [somebody],
  );
  dataDirectory = mkdtempSync(join(tmpdir(), 'governance-hub-viewer-'));
  sign = createSignViewer(await openViewerSigningKey(dataDirectory));
  const verify = createVerifyViewer(DEPARTMENT, await openViewerVerifyingKey(dataDirectory));
  const served = await serveSubgraph(subgraph, register.database, ringOfSecrets(Buffer.alloc(32, 1)), (fault) =>
    faults.push(fault),
  );
  const door = createSubgraphDoor(new Map([[DEPARTMENT, { subgraph: served, verify }]]), (fault) => faults.push(fault));
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  url = `http://127.0.0.1:${(door.address() as AddressInfo).port}/${DEPARTMENT}/graphql`;
  close = async () => {
    door.closeAllConnections();
    door.close();
    await served.stop();
    await register.close();
  };
});

afterAll(async () => {
  await close();
  rmSync(dataDirectory, { recursive: true, force: true });
});

async function post(body: string, signed?: string) {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (signed !== undefined) headers[VIEWER_HEADER] = signed;
  // Not fetch: its header limits are smaller than a viewer of many parties.
  const request = httpRequest(url, { method: 'POST', headers });
  request.end(body);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of response) text += String(chunk);
  const answer = JSON.parse(text) as {
    data?: Record<string, unknown>;
    errors?: { extensions: { code: string } }[];
    extensions?: Record<string, unknown>;
  };
  return { status: response.statusCode, ...answer, code: answer.errors?.[0]?.extensions.code };
}

const asked = (query: string, variables: Record<string, unknown> = {}) => JSON.stringify({ query, variables });

const refusal = { status: 401, code: 'VIEWER_INVALID' };

describe('a department that is served alone', () => {
  it('answers a viewer that the hub signed for this request', async () => {
    const body = asked(QUERY);
    const answer = await post(body, await sign(viewer(), DEPARTMENT, body));
    expect(answer).toMatchObject({ status: 200, data: { mediationOrganizations: [] } });
    expect(answer.extensions).toEqual({ disclosed: [], admitted: [] });
  });

  it('tells whom it disclosed, and refuses a scope that the viewer lacks', async () => {
    const body = asked(PEOPLE, { of: [{ __typename: 'Person', id: somebody }] });
    const refused = await post(body, await sign(viewer(), DEPARTMENT, body));
    expect(refused).toMatchObject({ status: 200, code: 'FORBIDDEN' });
    const reader = viewer({ scopes: ['justice.legal-aid:read'] });
    const answer = await post(body, await sign(reader, DEPARTMENT, body));
    expect(answer.data).toEqual({ _entities: [{ legalAid: [{ id: expect.any(String) }] }] });
    expect(answer.extensions).toEqual({
      disclosed: [{ fields: expect.any(String), persons: [somebody] }],
      admitted: [],
      withheld: [],
      breakGlass: false,
    });
  });

  it('refuses a request without a viewer, except for its definition', async () => {
    expect(await post(asked(QUERY))).toMatchObject({ ...refusal, code: 'VIEWER_REQUIRED' });
    const mixed = await post(asked('{ _service { sdl } mediationOrganizations { name } }'));
    expect(mixed).toMatchObject({ ...refusal, code: 'VIEWER_REQUIRED' });
    const definition = await post(asked('{ _service { sdl } }'));
    expect(definition.data).toEqual({ _service: { sdl: expect.stringContaining('type Mediation') } });
  });

  it('refuses a viewer that was signed for another department', async () => {
    const body = asked(QUERY);
    expect(await post(body, await sign(viewer(), 'civil-affairs', body))).toMatchObject(refusal);
  });

  it('refuses a viewer that was signed for another body', async () => {
    expect(await post(asked(QUERY), await sign(viewer(), DEPARTMENT, asked(PEOPLE)))).toMatchObject(refusal);
  });

  it('refuses a viewer that was used before', async () => {
    const body = asked(QUERY);
    const signed = await sign(viewer(), DEPARTMENT, body);
    expect(await post(body, signed)).toMatchObject({ status: 200 });
    expect(await post(body, signed)).toMatchObject(refusal);
  });

  it('refuses a viewer that has expired, whatever life it gives itself', async () => {
    const body = asked(QUERY);
    const key = await openViewerSigningKey(dataDirectory);
    const signedAt = (issued: number, expires: number) =>
      new SignJWT({ viewer: viewer(), digest: bodyDigest(body) })
        .setProtectedHeader({ alg: VIEWER_ALGORITHM })
        .setIssuer(VIEWER_ISSUER)
        .setAudience(DEPARTMENT)
        .setIssuedAt(issued)
        .setExpirationTime(expires)
        .setJti(`${issued}-${expires}`)
        .sign(key);
    const now = Math.floor(Date.now() / 1_000);
    expect(await post(body, await signedAt(now - 60, now - 30))).toMatchObject(refusal);
    expect(await post(body, await signedAt(now - 60, now + 3_600))).toMatchObject(refusal);
    expect(await post(body, await signedAt(now, now + 30))).toMatchObject({ status: 200 });
  });

  it('refuses a viewer that somebody else signed', async () => {
    const body = asked(QUERY);
    const elsewhere = mkdtempSync(join(tmpdir(), 'governance-hub-viewer-'));
    const forged = createSignViewer(await openViewerSigningKey(elsewhere));
    rmSync(elsewhere, { recursive: true, force: true });
    expect(await post(body, await forged(viewer(), DEPARTMENT, body))).toMatchObject(refusal);
  });

  it('answers the gateway over HTTP, with a viewer of thousands of parties', async () => {
    const transport = httpTransport({ department: DEPARTMENT, url, signViewer: sign, limits });
    const admitted = Array.from(
      { length: 5_000 },
      (_, index) => `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`,
    );
    const request = { document: QUERY, operationName: undefined, kind: 'query', variables: undefined } as const;
    const answer = await transport.send(request, viewer({ admitted }));
    expect(answer.data).toEqual({ mediationOrganizations: [] });
    await transport.close();
  });

  it('is unreachable to the gateway where it refuses, by status and name alone', async () => {
    const transport = httpTransport({ department: 'civil-affairs', url, signViewer: sign, limits });
    const request = { document: QUERY, operationName: undefined, kind: 'query', variables: undefined } as const;
    await expect(transport.send(request, viewer())).rejects.toThrow('Expected civil-affairs to answer with status 200');
    await transport.close();
  });

  it('had no fault in all of this', () => {
    expect(faults).toEqual([]);
  });
});
