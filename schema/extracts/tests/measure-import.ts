/**
 * Measures an import against a bare COPY of the same rows into a table with the same indexes, in processor time of Node
 * and PostgreSQL together: `node schema/extracts/tests/measure-import.ts [rows]`. It needs Linux (/proc).
 */
import {
  createReadStream,
  createWriteStream,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { from, to } from 'pg-copy-streams';
import { openDatabase } from '../../register/database.ts';
import { openEmbeddedPostgres } from '../../register/embedded-postgres.ts';
import { migrate } from '../../register/migrate.ts';
import { importExtract } from '../import-extract.ts';
import { marriages, SAMPLE_TABLES } from './sample/layouts.ts';
import { MemoryLinkRegister } from './sample/memory-link-register.ts';
import { csv, marriage } from './sample/rows.ts';

const rows = Number(process.argv[2] ?? 200_000);
const folder = mkdtempSync(join(tmpdir(), 'measure-import-'));
const server = await openEmbeddedPostgres(join(folder, 'data'), { durable: false });
const database = openDatabase(server.connectionString('postgres'));
try {
  await migrate(server.connectionString('postgres'), resolve(import.meta.dirname, '..', 'prisma', 'migrations'), {
    schema: 'exchange',
  });
  await database.pool.query(SAMPLE_TABLES);
  const link = new MemoryLinkRegister();
  const options = { department: 'civil-affairs', layouts: [marriages], database, link };
  await importExtract({ ...options, file: write('warm-up.csv', 0, 20_000) });
  await database.pool.query('TRUNCATE marriage');

  const file = write('marriages.csv', 0, rows, 0.003);
  report('import into an empty table', await measure(() => importExtract({ ...options, file })));
  const copied = join(folder, 'rows.copy');
  const client = await database.pool.connect();
  const columns = (
    await client.query(`SELECT string_agg(attname, ', ') AS names FROM pg_attribute
    WHERE attrelid = 'marriage'::regclass AND attnum > 0 AND attname <> 'id'`)
  ).rows[0].names;
  await pipeline(client.query(to(`COPY marriage (${columns}) TO STDOUT`)), createWriteStream(copied));
  await client.query('CREATE TABLE bare (LIKE marriage INCLUDING ALL)');
  const bare = await measure(() =>
    pipeline(createReadStream(copied), client.query(from(`COPY bare (${columns}) FROM STDIN`))),
  );
  client.release();
  report('bare COPY', bare);
  const correction = write('corrected.csv', 0, rows, 0.003, '更正');
  report('correction of every row', await measure(() => importExtract({ ...options, file: correction })));
} finally {
  await database.close();
  await server.close();
  rmSync(folder, { recursive: true });
}

function write(name: string, first: number, count: number, repeated = 0, note = ''): string {
  const path = join(folder, name);
  writeFileSync(path, '');
  for (let start = first; start < first + count; start += 10_000) {
    const text = csv(
      Array.from({ length: Math.min(10_000, first + count - start) }, (_, index) => {
        const repeats = index > 0 && index % Math.round(1 / (repeated || 1e-9)) === 0;
        return marriage(start + index - (repeats ? 1 : 0), {
          备注: index % 20 === 0 ? `补领，"原证"遗失${note}` : note,
        });
      }),
    );
    writeFileSync(path, start === first ? text : text.slice(text.indexOf('\n') + 1), { flag: 'a' });
  }
  return path;
}

interface Measured {
  readonly node: number;
  readonly server: number;
  readonly seconds: number;
}

async function measure(work: () => Promise<unknown>): Promise<Measured> {
  const before = { node: process.cpuUsage(), server: serverSeconds(), at: performance.now() };
  await work();
  const { user, system } = process.cpuUsage(before.node);
  return {
    node: (user + system) / 1e6,
    server: serverSeconds() - before.server,
    seconds: (performance.now() - before.at) / 1000,
  };
}

/** Processor seconds of the server and all its children that live or were waited for. */
function serverSeconds(): number {
  const processes = new Map<number, { parent: number; seconds: number }>();
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      const ticks = [11, 12, 13, 14].reduce((sum, field) => sum + Number(stat[field]), 0);
      processes.set(Number(entry), { parent: Number(stat[1]), seconds: ticks / 100 });
    } catch {
      // The process ended between listing and reading.
    }
  }
  return [...processes].reduce(
    (sum, [pid, { parent, seconds }]) => (pid === server.pid || parent === server.pid ? sum + seconds : sum),
    0,
  );
}

function report(what: string, { node, server, seconds }: Measured): void {
  const cpu = node + server;
  process.stdout.write(
    `${what}: ${Math.round(rows / seconds)} rows/s; processor ${cpu.toFixed(2)} s (Node ${node.toFixed(2)}, PostgreSQL ${server.toFixed(2)}), ${((cpu / rows) * 1e6).toFixed(1)} µs a row; peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB\n`,
  );
}
