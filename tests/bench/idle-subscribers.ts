import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { issueToken } from '../../gateway/access/issue-token.ts';
import { openTokenKeys } from '../../gateway/access/token-keys.ts';
import { publishCaseChanged } from '../../subgraphs/governance-center/loaders/case-changes.ts';
import { openBenchRegisters } from './bench-registers.ts';
import { startHub } from './child-server.ts';

const SCALE = 0.005;
const SUBSCRIBERS = 1_000;
const PER_USER = 10;
const QUERY = 'subscription { caseChanged { number status area { code } parties { role person { id maskedName } } } }';

/** Prints what subscribers who hear nothing cost a hub in memory, and how long it takes to tell all of them of one change. */
async function benchIdleSubscribers(): Promise<void> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'governance-hub-subscribers-'));
  const hub = await startHub(dataDirectory, SCALE);
  const registers = await openBenchRegisters(dataDirectory);
  try {
    const open = async (count: number, from: number) => {
      const streams: IncomingMessage[] = [];
      for (let first = 0; first < count; first += PER_USER) {
        const headers = await headersOf(dataDirectory, `user-${from + first}`);
        streams.push(...(await Promise.all(Array.from({ length: PER_USER }, () => connect(hub.url, headers)))));
      }
      await pause(3_000);
      return streams;
    };
    // What the first streams cost once is nobody's own.
    for (const stream of await open(SUBSCRIBERS / 2, 0)) stream.destroy();
    await pause(3_000);
    const before = residentKilobytes(hub.pid);
    const first = await open(SUBSCRIBERS, 10_000);
    const between = residentKilobytes(hub.pid);
    const second = await open(SUBSCRIBERS, 20_000);
    const after = residentKilobytes(hub.pid);
    const each = (kilobytes: number) => `${(kilobytes / SUBSCRIBERS).toFixed(1)} KB each`;
    console.log(`hub without subscribers: ${(before / 1_024).toFixed(0)} MB`);
    console.log(`the first ${SUBSCRIBERS} idle subscribers: ${each(between - before)}`);
    console.log(`the next ${SUBSCRIBERS}: ${each(after - between)}`);
    for (const stream of second) stream.destroy();
    await pause(1_000);

    const center = registers.database('governance-center');
    const { rows } = await center.pool.query(
      'SELECT case_number AS number FROM case_party WHERE person_id IS NOT NULL',
    );
    const told = first.map((stream) => once(stream, 'data'));
    const start = performance.now();
    await publishCaseChanged(center, (rows[0] as { number: string }).number);
    await Promise.race(told);
    const soonest = performance.now() - start;
    await Promise.all(told);
    const latest = performance.now() - start;
    console.log(
      `one change told to ${SUBSCRIBERS}: the first after ${soonest.toFixed(0)} ms, all after ${latest.toFixed(0)} ms`,
    );
    console.log(`hub afterwards: ${(residentKilobytes(hub.pid) / 1_024).toFixed(0)} MB`);
    for (const stream of first) stream.destroy();
  } finally {
    await hub.stop();
    await registers.close();
    rmSync(dataDirectory, { recursive: true, force: true });
  }
}

async function headersOf(dataDirectory: string, user: string): Promise<Record<string, string>> {
  const token = await issueToken(await openTokenKeys(dataDirectory), { persona: 'case-handler', user });
  return {
    authorization: `Bearer ${token}`,
    'x-purpose': 'docket',
    accept: 'text/event-stream',
    'apollo-require-preflight': '1',
  };
}

async function connect(url: string, headers: Record<string, string>): Promise<IncomingMessage> {
  const request = get(`${url}graphql?${new URLSearchParams({ query: QUERY })}`, { headers, agent: false });
  const [stream] = (await once(request, 'response')) as [IncomingMessage];
  stream.on('error', () => undefined);
  await once(stream, 'data');
  stream.resume();
  return stream;
}

const residentKilobytes = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);

if (existsSync('/proc/self/status')) await benchIdleSubscribers();
else console.log('Memory of another process needs /proc of Linux (非 Linux 系统，无法测量).');
