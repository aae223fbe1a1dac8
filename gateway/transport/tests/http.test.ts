import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type MisbehavingDepartment,
  startMisbehavingDepartment,
} from '../../../tests/faults/misbehaving-department.ts';
import { viewer } from '../../../tests/kit/viewer.ts';
import { gatewayConfig } from '../../config.ts';
import type { SubgraphRequest } from '../../execute/subgraph-fetch.ts';
import type { Circuit } from '../guard.ts';
import { type HttpTransport, httpTransport } from '../http.ts';
import type { TransportLimits } from '../limits.ts';

const query: SubgraphRequest = { document: '{ a }', operationName: undefined, kind: 'query', variables: undefined };
const mutation: SubgraphRequest = { ...query, document: 'mutation { a }', kind: 'mutation' };
const patient: TransportLimits = { ...gatewayConfig({}).transport, fetchDeadlineMs: 5_000, breakerFailures: 1_000 };
const FAR_BELOW_DEADLINE_MS = 2_500;

let department: MisbehavingDepartment;
let transports: HttpTransport[] = [];
const circuits: Circuit[] = [];
const signed: string[] = [];

beforeAll(async () => {
  department = await startMisbehavingDepartment();
});
afterAll(() => department.close());
beforeEach(() => {
  circuits.length = 0;
  signed.length = 0;
});
afterEach(async () => {
  await Promise.all(transports.map((transport) => transport.close()));
  transports = [];
});

function reach(limits: Partial<TransportLimits> = {}, url = department.url): HttpTransport {
  const transport = httpTransport({
    department: 'justice',
    url,
    limits: { ...patient, ...limits },
    onCircuit: (circuit) => circuits.push(circuit),
    signViewer: (_viewer, _department, body) =>
      Promise.resolve(signed[signed.push(`${signed.length} ${body}`) - 1] ?? ''),
  });
  transports.push(transport);
  return transport;
}

const send = (transport: HttpTransport, request = query, signal?: AbortSignal) =>
  transport.send(request, viewer(), signal);
const failure = (transport: HttpTransport, request = query, signal?: AbortSignal) =>
  send(transport, request, signal).then(
    () => expect.unreachable('expected a failure'),
    (fault: unknown) => fault as Error & { code: string },
  );
async function timed(work: Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work;
  return performance.now() - start;
}
const pause = (milliseconds: number) => new Promise((later) => setTimeout(later, milliseconds));

describe('the way to a department that runs apart', () => {
  it.each(['gzip', 'br', 'zstd'] as const)('takes an answer in %s', async (encoding) => {
    const answer = { data: { name: '浮石街道'.repeat(1_000) } };
    department.behave(answer, encoding);
    expect(await send(reach())).toEqual(answer);
  });

  it('asks a query once more where the department was busy, with a viewer signed anew', async () => {
    department.misbehave('fails with 503', 1);
    expect(await send(reach())).toEqual({ data: {} });
    expect(department.asked).toBe(2);
    expect(new Set(signed).size).toBe(2);
  });

  it('asks a query once more where the connection broke, and only once', async () => {
    department.misbehave('closes the socket', 1);
    expect(await send(reach())).toEqual({ data: {} });
    department.misbehave('closes the socket');
    expect(await failure(reach())).toMatchObject({ code: 'SOURCE_UNAVAILABLE' });
    expect(department.asked).toBe(2);
  });

  it.each(['closes the socket', 'fails with 503'] as const)('never repeats a mutation where it %s', async (how) => {
    department.misbehave(how, 1);
    expect(await failure(reach(), mutation)).toMatchObject({ code: 'SOURCE_UNAVAILABLE' });
    expect(department.asked).toBe(1);
  });

  it.each([
    'fails with 500',
    'refuses with 401',
    'says HTML',
    'never answers',
  ] as const)('does not repeat a query where it %s', async (how) => {
    department.misbehave(how);
    await failure(reach({ fetchDeadlineMs: 300 }));
    expect(department.asked).toBe(1);
  });

  it('never asks again after the deadline', async () => {
    department.misbehave('fails with 503');
    await failure(reach({ fetchDeadlineMs: 15 }));
    await pause(200);
    expect(department.asked).toBeLessThanOrEqual(1);
  });

  it('is told from another failure by its message, which holds nothing that came', async () => {
    department.misbehave('fails with 500');
    const { message } = await failure(reach());
    expect(message).toBe('Expected justice to answer with status 200, it answered with 500.');
    department.misbehave('says HTML and calls it JSON');
    expect((await failure(reach())).message).not.toContain('doctype');
  });

  it('cuts an endless answer at the limit', async () => {
    department.misbehave('never stops talking');
    expect(await failure(reach({ answerBytes: 1 << 20 }))).toMatchObject({ code: 'SOURCE_INVALID' });
    await expect.poll(() => department.left).toBe(1);
    expect(department.sent).toBeLessThan(16 << 20);
  });

  it('leaves the department when whoever asked has left', async () => {
    department.misbehave('never answers');
    const client = new AbortController();
    const failed = failure(reach(), query, client.signal);
    await expect.poll(() => department.asked).toBe(1);
    client.abort();
    expect(await timed(failed)).toBeLessThan(FAR_BELOW_DEADLINE_MS);
    await expect.poll(() => department.left).toBe(1);
  });
});

describe('a department that cannot keep up', () => {
  it('is asked so many things at once, so many wait, and more are turned away at once', async () => {
    department.misbehave('never answers');
    const transport = reach({ concurrency: 2, queue: 1, fetchDeadlineMs: 3_000 });
    const client = new AbortController();
    const first = [1, 2, 3].map(() => failure(transport, query, client.signal));
    expect(await timed(failure(transport))).toBeLessThan(FAR_BELOW_DEADLINE_MS);
    expect(department.asked).toBeLessThanOrEqual(2);
    client.abort();
    const codes = await Promise.all(first);
    expect(codes.map(({ code }) => code)).toEqual(Array(3).fill('SOURCE_UNAVAILABLE'));
  });

  it('answers what waited when there is a place again', async () => {
    department.misbehave('never answers', 1);
    const transport = reach({ concurrency: 1, queue: 1 });
    const client = new AbortController();
    const first = failure(transport, query, client.signal);
    await expect.poll(() => department.asked).toBe(1);
    const second = send(transport);
    client.abort();
    await first;
    expect(await second).toEqual({ data: {} });
  });

  it('costs whoever waits for a place no more than the deadline', async () => {
    department.misbehave('never answers');
    const transport = reach({ concurrency: 1, queue: 1, fetchDeadlineMs: 400 });
    const both = Promise.all([failure(transport), failure(transport)]);
    expect(await timed(both)).toBeLessThan(FAR_BELOW_DEADLINE_MS);
  });
});

describe('a department that fails again and again', () => {
  const impatient = { breakerFailures: 3, breakerPauseMs: 300 };

  async function failOften(transport: HttpTransport): Promise<void> {
    department.misbehave('fails with 500');
    for (let count = 0; count < impatient.breakerFailures; count++) await failure(transport);
    expect(circuits).toEqual(['open']);
  }

  it('is left alone', async () => {
    const transport = reach(impatient);
    await failOften(transport);
    const { asked } = department;
    expect(await failure(transport)).toMatchObject({ code: 'SOURCE_UNAVAILABLE' });
    expect(department.asked).toBe(asked);
  });

  it('is tried by one fetch alone after a while, and asked again when that succeeds', async () => {
    const transport = reach(impatient);
    await failOften(transport);
    await pause(impatient.breakerPauseMs + 50);
    department.behave();
    const tried = await Promise.allSettled([send(transport), send(transport), send(transport)]);
    expect(tried.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(department.asked).toBe(1);
    expect(circuits).toEqual(['open', 'half-open', 'closed']);
    expect(await send(transport)).toEqual({ data: {} });
  });

  it('is left alone again where the probe fails, or nobody waits for it to end', async () => {
    const transport = reach(impatient);
    await failOften(transport);
    await pause(impatient.breakerPauseMs + 50);
    await failure(transport);
    expect(circuits).toEqual(['open', 'half-open', 'open']);
    await pause(impatient.breakerPauseMs + 50);
    department.misbehave('never answers');
    const client = new AbortController();
    const left = failure(transport, query, client.signal);
    await expect.poll(() => department.asked).toBe(1);
    client.abort();
    await left;
    await expect.poll(() => circuits.at(-1)).toBe('open');
  });

  it('is not left alone because clients leave, or because of answers that are too large', async () => {
    const transport = reach({ ...impatient, answerBytes: 1_000 });
    department.misbehave('never answers');
    for (let count = 0; count < 5; count++) {
      const client = new AbortController();
      const left = failure(transport, query, client.signal);
      client.abort();
      await left;
    }
    department.misbehave('sends a bomb');
    for (let count = 0; count < 5; count++) expect((await failure(transport)).code).toBe('SOURCE_INVALID');
    expect(circuits).toEqual([]);
  });
});
