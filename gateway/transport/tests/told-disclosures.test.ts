import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  type MisbehavingDepartment,
  startMisbehavingDepartment,
} from '../../../tests/faults/misbehaving-department.ts';
import { viewer } from '../../../tests/kit/viewer.ts';
import { gatewayConfig } from '../../config.ts';
import { type HttpTransport, httpTransport } from '../http.ts';
import { requestFetch } from '../request-fetch.ts';

const DEPARTMENT = 'justice';
const query = { document: '{ a }', operationName: undefined, kind: 'query', variables: undefined } as const;
const ONE = '00000000-0000-7000-8000-000000000001';
const disclosing = (persons: unknown, fields: unknown = 'Person.mediations') => ({ disclosed: [{ fields, persons }] });

let department: MisbehavingDepartment;
let transport: HttpTransport;
beforeAll(async () => {
  department = await startMisbehavingDepartment();
});
afterEach(() => transport.close());
afterAll(() => department.close());

/** What reaches the client, the ledger and the next department, of an answer with these extensions. */
async function answered(extensions: unknown, admits = true) {
  department.behave({ data: { a: 1 }, extensions });
  transport = httpTransport({
    department: DEPARTMENT,
    url: department.url,
    admits,
    limits: gatewayConfig({}).transport,
    signViewer: ({ admitted }) => Promise.resolve(admitted.join() || 'nobody'),
  });
  const { fetch, disclosures } = requestFetch(new Map([[DEPARTMENT, transport]]), viewer());
  const { data, errors } = await fetch(DEPARTMENT, query);
  return { data, code: errors?.[0]?.extensions?.code, disclosures: disclosures() };
}

describe('what a department apart tells of whom it disclosed', () => {
  it('goes to the ledger, and nothing else of what it tells beside its data', async () => {
    const told = await answered({ ...disclosing([ONE]), admitted: [ONE], tracing: { a: 1 } });
    expect(told).toEqual({
      data: { a: 1 },
      code: undefined,
      disclosures: [{ department: DEPARTMENT, fields: 'Person.mediations', persons: [ONE] }],
    });
  });

  it.each([
    ['an id that is none', disclosing(['1'])],
    ['an ID number', disclosing(['330898199001011234'])],
    ['words for an id', disclosing(["'); DROP TABLE disclosure; --"])],
    ['a number', disclosing([1])],
    ['one id for a list', disclosing(ONE)],
    ['nobody', disclosing(null)],
    ['more than there can be', disclosing(Array.from({ length: 500_001 }, () => ''))],
    ['fields that are none', disclosing([ONE], 'all that\nthere is')],
    ['fields without end', disclosing([ONE], 'f'.repeat(1_000))],
    ['text', { disclosed: 'all' }],
    [
      'more field sets than there are',
      { disclosed: Array.from({ length: 1_001 }, () => ({ fields: 'a', persons: [] })) },
    ],
    ['a list for all of it', [disclosing([ONE])]],
    ['a case number that it admits', { admitted: ['QJ-2026-000360'] }],
    ['a pattern that it admits', { admitted: ['%'] }],
    ['text for whom it admits', { admitted: ONE }],
    ['more that it admits than there can be', { admitted: Array(50_001).fill(ONE) }],
  ])('is SOURCE_INVALID where it is %s, and reaches nobody', async (_what, extensions) => {
    expect(await answered(extensions)).toEqual({ data: null, code: 'SOURCE_INVALID', disclosures: [] });
  });

  it('admits people where the department has matters of its own, and is SOURCE_INVALID elsewhere', async () => {
    expect(await answered({ admitted: [ONE] }, true)).toMatchObject({ data: { a: 1 } });
    await transport.close();
    expect(await answered({ disclosed: [], admitted: [] }, false)).toMatchObject({ data: { a: 1 } });
    await transport.close();
    expect(await answered({ ...disclosing([ONE]), admitted: [ONE] }, false)).toEqual({
      data: null,
      code: 'SOURCE_INVALID',
      disclosures: [],
    });
  });
});
