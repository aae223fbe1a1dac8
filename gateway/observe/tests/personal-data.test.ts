import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { statement } from '../../../schema/register/database.ts';
import { type ScratchDatabase, scratchDatabase } from '../../../schema/register/tests/scratch-register.ts';
import { type ObservedDoor, openObservedDoor, smallHub } from './observed-door.ts';

const NAME = '张伟';
const ID_NUMBER = '330898199001011234';
const CASE_NUMBER = 'ZX-2026-004711';
const TRACE_SECRETS = [NAME, ID_NUMBER, CASE_NUMBER, 'personByIdNumber', 'SELECT'];

const echo = statement<{ text: string }>('SELECT $1::text AS text');
const failing = statement<never>('SELECT 1 / ($1::bigint - $1::bigint)');

const exporter = new InMemorySpanExporter();
const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });

let scratch: ScratchDatabase;
let door: ObservedDoor;
let failsNext = false;

beforeAll(async () => {
  provider.register();
  scratch = await scratchDatabase('observe');
  const small = smallHub(async () => {
    await scratch.database.query(echo, [NAME]);
    if (failsNext) await scratch.database.query(failing, [ID_NUMBER]);
  });
  door = await openObservedDoor(small);
});
afterAll(async () => {
  await door?.close();
  await scratch?.close();
  await provider.shutdown();
});
beforeEach(() => {
  exporter.reset();
  door.lines.length = 0;
});

const query = `query Lookup($id: String!) {
  byVariable: personByIdNumber(idNumber: $id) { id }
  byLiteral: personByIdNumber(idNumber: "${ID_NUMBER}") { name }
  search(filter: { name: "${NAME}" }) { name }
}`;
const headers = { 'x-purpose': 'case-handling', 'x-case': CASE_NUMBER };

/** All that is exported of a span. */
const spans = () =>
  exporter.getFinishedSpans().map((span) => ({
    name: span.name,
    id: span.spanContext().spanId,
    trace: span.spanContext().traceId,
    parent: span.parentSpanContext?.spanId,
    attributes: span.attributes,
    events: span.events,
    status: span.status,
  }));

describe('the trace of a request', () => {
  it('goes from the door through the fetch to the statement', async () => {
    await door.post({ query, variables: { id: ID_NUMBER } }, headers);
    const [request, fetch, sent] = ['request', 'fetch', 'statement'].map((name) =>
      spans().find((span) => span.name === name),
    );
    expect(request?.attributes).toMatchObject({
      'graphql.operation.name': 'Lookup',
      'hub.purpose': 'case-handling',
      'hub.persona': 'case-handler',
      'http.response.status_code': 200,
    });
    expect(fetch).toMatchObject({ parent: request?.id, attributes: { 'hub.department': 'registry' } });
    expect(sent).toMatchObject({ parent: fetch?.id, attributes: { 'hub.statement': echo.name } });
    expect(new Set(spans().map(({ trace }) => trace)).size).toBe(1);
  });

  it('holds nothing of persons, cases and documents', async () => {
    await door.post({ query, variables: { id: ID_NUMBER } }, headers);
    failsNext = true;
    await door.post({ query, variables: { id: ID_NUMBER } }, headers);
    failsNext = false;
    await door.post({ query: `query Person${ID_NUMBER} { people { id } }` }, { 'x-purpose': ID_NUMBER });
    await door.post({ query: `{ personByIdNumber(idNumber: "${ID_NUMBER}") { unknown${ID_NUMBER} } }` }, headers);
    expect(spans().filter(({ name }) => name === 'request')).toHaveLength(4);
    const told = JSON.stringify(spans());
    for (const secret of TRACE_SECRETS) expect(told).not.toContain(secret);
  });

  it('keeps requests that run together apart', async () => {
    await Promise.all(Array.from({ length: 8 }, () => door.post({ query, variables: { id: ID_NUMBER } }, headers)));
    const byTrace = Map.groupBy(spans(), ({ trace }) => trace);
    expect(byTrace.size).toBe(8);
    for (const each of byTrace.values()) {
      const ids = new Set(each.map(({ id }) => id));
      expect(each.filter(({ parent }) => parent !== undefined && !ids.has(parent))).toEqual([]);
      expect(each.some(({ name }) => name === 'statement')).toBe(true);
    }
  });
});

describe('the log', () => {
  it('has one line a request, by the id that the client was told', async () => {
    const answer = await door.post({ query, variables: { id: ID_NUMBER } }, headers);
    expect(door.lines).toHaveLength(1);
    expect(JSON.parse(door.lines[0] as string)).toMatchObject({
      request: answer.headers.get('x-request-id'),
      operation: 'Lookup',
      purpose: 'case-handling',
      status: 200,
      codes: [],
      departments: { registry: 'ok' },
    });
  });

  it('names the id of a refused request too, with the code', async () => {
    const answer = await door.post({ query }, { authorization: 'Bearer nobody' });
    expect(JSON.parse(door.lines[0] as string)).toMatchObject({
      request: answer.headers.get('x-request-id'),
      status: 401,
      codes: ['UNAUTHENTICATED'],
    });
  });

  it('holds nothing that the client wrote', async () => {
    const written = 'Wei330898199001011234';
    await door.post({ query, variables: { id: ID_NUMBER } }, headers);
    await door.post({ query: `query ${written} { people { id } }` }, { 'x-purpose': written, 'x-case': CASE_NUMBER });
    await door.post({ query: `{ ${written} }` }, headers);
    await door.post({ query: `{ ${written}` }, headers);
    await door.post(`{"query": "${written}`, headers);
    failsNext = true;
    await door.post({ query, variables: { id: ID_NUMBER } }, headers);
    failsNext = false;
    expect(door.lines).toHaveLength(6);
    const told = door.lines.join('');
    for (const secret of [NAME, ID_NUMBER, CASE_NUMBER, written]) expect(told).not.toContain(secret);
  });
});
