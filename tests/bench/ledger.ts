import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { DisclosureDraft } from '../../schema/ledger/drafts.ts';
import { ledgerIn } from '../../schema/ledger/ledger.ts';
import { verifyLedger } from '../../schema/ledger/verify-ledger.ts';
import { type Database, openDatabase } from '../../schema/register/database.ts';
import { openEmbeddedPostgres } from '../../schema/register/embedded-postgres.ts';
import { migrateRegister } from '../../schema/register/migrate-register.ts';
import { dataDirectoryOf, openBenchRegisters } from './bench-registers.ts';
import { startHub, startServer } from './child-server.ts';
import type { Contender } from './load.ts';
import { ratioLine } from './median.ts';
import { together } from './processor-time.ts';
import { personRecords } from './questions.ts';
import { type Amount, printResults, takeTurns } from './rounds.ts';

export interface LedgerBenchOptions extends Amount {
  readonly folder: string;
  readonly scale: number;
  /** How many entries are appended and verified. */
  readonly entries: number;
}

/** Requests that are under way at a time, each with this many entries. */
const UNDER_WAY = 500;
const ENTRIES_EACH = 4;

/** What the ledger costs a request, how many entries a second it takes, and how fast it is verified. */
export async function benchLedger({ folder, scale, entries, ...amount }: LedgerBenchOptions): Promise<void> {
  await benchAppending(join(folder, 'ledger'), entries);
  await benchRequests(folder, scale, { ...amount, connections: Math.max(amount.connections, 50) });
}

async function benchAppending(directory: string, entries: number): Promise<void> {
  const server = await openEmbeddedPostgres(directory, {});
  const connectionString = server.connectionString('postgres');
  await migrateRegister(connectionString, 'hub');
  const database = openDatabase(connectionString, { max: 4 });
  try {
    const start = performance.now();
    await append(database, entries);
    const seconds = (performance.now() - start) / 1_000;
    console.log(`\nAppended ${entries} entries, flushed to disk, in ${seconds.toFixed(1)} s (追加条目)`);
    console.log(ratioLine('entries a second (每秒条目)', entries / seconds, '20000'));
    const before = performance.now();
    const { findingCount, size } = await verifyLedger(database, { keys: [] });
    const took = (performance.now() - before) / 1_000;
    if (findingCount > 0) throw new Error('Expected a whole ledger.');
    const mebibytes = Math.round(process.memoryUsage().rss / 2 ** 20);
    console.log(`Verified ${size} entries in ${took.toFixed(1)} s; ${mebibytes} MiB resident (核验)`);
    console.log(ratioLine('entries a second (每秒条目)', size / took, '10 million in minutes'));
  } finally {
    await database.close();
    await server.close();
  }
}

async function append(database: Database, entries: number): Promise<void> {
  const ledger = ledgerIn(database);
  const people = Array.from({ length: 10_000 }, () => randomUUID());
  let left = entries;
  const request = async () => {
    while (left > 0) {
      const count = Math.min(left, ENTRIES_EACH);
      left -= count;
      const requestId = randomUUID();
      const read = (field: number): DisclosureDraft => ({
        requestId,
        client: 'centre-system-client',
        user: 'a-user',
        organization: 'CENTER',
        department: ['public-security', 'justice', 'civil-affairs', 'social-insurance'][field] ?? 'hub',
        purpose: 'case-handling',
        caseNumber: 'QJ-2026-000001',
        persons: [people[(left + field) % people.length] ?? ''],
        fields: [`Person.field${field}`],
        breakGlass: false,
        answer: null,
      });
      await ledger.disclose(Array.from({ length: count }, (_, field) => read(field)));
    }
  };
  await Promise.all(Array.from({ length: UNDER_WAY }, request));
}

async function benchRequests(folder: string, scale: number, amount: Amount): Promise<void> {
  const dataDirectory = dataDirectoryOf(folder, scale);
  const hub = await startHub(dataDirectory, scale);
  const registers = await openBenchRegisters(dataDirectory);
  const without = await startServer('tests/bench/without-ledger/server.ts', {
    HUB_DATA: dataDirectory,
    HUB_PORT: '0',
    HUB_RATE_PER_SECOND: '0',
    MEDICAL_INSURANCE_SYSTEM_CALLS_PER_SECOND: '100000',
    LOG_LEVEL: 'error',
  });
  try {
    const questions = await personRecords(registers, dataDirectory);
    const contenders: Contender[] = [
      { name: 'with ledger', server: hub, path: '/graphql', request: ({ headers, body }) => ({ headers, body }) },
      { name: 'without', server: without, path: '/graphql', request: ({ headers, body }) => ({ headers, body }) },
    ];
    const entrants = contenders.map((contender) => ({ contender, questions, postmaster: registers.postmaster }));
    const results = await takeTurns(entrants, amount);
    printResults(`PersonRecord at ${amount.connections} connections (并发连接)`, results);
    const [own, other] = results;
    if (!own || !other) throw new Error('Expected two contenders.');
    console.log(
      ratioLine('processor time, with / without (处理器时间比)', together(own.used) / together(other.used), '≤ 1.15'),
    );
    console.log(ratioLine('p50, with − without, ms (延迟差)', own.p50 - other.p50, '≤ 3'));
  } finally {
    await without.stop();
    await registers.close();
    await hub.stop();
  }
}
