import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatewayConfig } from '../gateway/config.ts';
import { httpTransport } from '../gateway/transport/http.ts';
import type { SignViewer } from '../gateway/transport/sign-viewer.ts';
import { openServedDepartment, type ServedDepartment } from './kit/served-department.ts';
import { viewer } from './kit/viewer.ts';

const DEPARTMENT = 'justice';
const QUERY = '{ mediationOrganizations { name } }';
const PEOPLE = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Person { legalAid { id } } } }';
const somebody = '00000000-0000-7000-8000-000000000001';
const { transport: limits } = gatewayConfig({});

let department: ServedDepartment;
let sign: SignViewer;
let post: ServedDepartment['post'];

beforeAll(async () => {
  department = await openServedDepartment();
  ({ sign, post } = department);
  await department.register.database.pool.query(
    `INSERT INTO legal_aid (number, person_id, area_code, matter, status, applied_on, due_on, means_test_exempt,
       updated_on, batch_id)
     VALUES ('1', $1, '330803001001', '01', 'APPLIED', '2026-01-01', '2026-01-08', false, '2026-01-01', $1)`,
    [somebody],
  );
});

afterAll(() => department.close());

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
    });
  });

  it('refuses what the matter alone opens to whom another department admitted', async () => {
    const body = asked(PEOPLE, { of: [{ __typename: 'Person', id: somebody }] });
    const matter = { caseNumber: 'C-1', persons: [], households: [] };
    const admitting = viewer({ matterScopes: ['justice.legal-aid:read'], matter, admitted: [somebody] });
    const answer = await post(body, await sign(admitting, DEPARTMENT, body));
    expect(answer).toMatchObject({ code: 'OUTSIDE_MATTER', extensions: { disclosed: [] } });
  });

  it('refuses a request without a viewer, except for its definition', async () => {
    expect(await post(asked(QUERY))).toMatchObject({ ...refusal, code: 'VIEWER_REQUIRED' });
    const mixed = await post(asked('{ _service { sdl } mediationOrganizations { name } }'));
    expect(mixed).toMatchObject({ ...refusal, code: 'VIEWER_REQUIRED' });
    const definition = await post(asked('{ _service { sdl } }'));
    expect(definition.data).toEqual({ _service: { sdl: expect.stringContaining('type Mediation') } });
  });

  it('answers the gateway over HTTP, with a viewer of thousands of parties', async () => {
    const transport = httpTransport({ department: DEPARTMENT, url: department.url, signViewer: sign, limits });
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
    const transport = httpTransport({ department: 'civil-affairs', url: department.url, signViewer: sign, limits });
    const request = { document: QUERY, operationName: undefined, kind: 'query', variables: undefined } as const;
    await expect(transport.send(request, viewer())).rejects.toThrow('Expected civil-affairs to answer with status 200');
    await transport.close();
  });

  it('had no fault in all of this', () => {
    expect(department.faults).toEqual([]);
  });
});
