import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statement } from '../database.ts';
import { generateClients } from '../generate-clients.ts';
import { migrate } from '../migrate.ts';
import { prismaClient } from '../prisma.ts';
import { type ScratchDatabase, scratchDatabase } from './scratch-register.ts';

interface Visit {
  id: string;
  visitedOn: Date;
  recordedAt: Date;
}

interface SampleClient {
  visit: {
    create(options: { data: Omit<Visit, 'id'> & { topics: string[] } }): Promise<Visit>;
    findMany(): Promise<Visit[]>;
  };
}

const directory = join(import.meta.dirname, 'sample', 'prisma');
const instant = new Date('2026-01-01T16:00:00.500Z');
let scratch: ScratchDatabase;
let SamplePrismaClient: new (options: unknown) => SampleClient;

beforeAll(async () => {
  scratch = await scratchDatabase('prisma');
  await migrate(scratch.connectionString, join(directory, 'migrations'));
  await generateClients([directory]);
  SamplePrismaClient = (await import(join(directory, 'generated', 'client.ts'))).PrismaClient;
});

afterAll(() => scratch.close());

describe('generateClients', () => {
  it('leaves a client alone whose schema did not change', async () => {
    expect(await generateClients([directory])).toEqual([]);
  });
});

describe('prismaClient', () => {
  it('makes one client a database', () => {
    const prisma = prismaClient(SamplePrismaClient);
    expect(prisma(scratch.database)).toBe(prisma(scratch.database));
  });

  it('reads and writes the same instant as a prepared statement does', async () => {
    const { visit } = prismaClient(SamplePrismaClient)(scratch.database);
    await visit.create({ data: { visitedOn: new Date('2026-01-02'), recordedAt: instant, topics: ['pension'] } });
    expect(await visit.findMany()).toMatchObject([{ visitedOn: new Date('2026-01-02'), recordedAt: instant }]);
    const select = statement('SELECT visited_on AS "visitedOn", recorded_at AS "recordedAt" FROM visit');
    const expected = [{ visitedOn: '2026-01-02', recordedAt: '2026-01-02T00:00:00.500+08:00' }];
    expect(await scratch.database.query(select, [])).toEqual(expected);
  });

  it('is counted by the database like every other statement', async () => {
    const { visit } = prismaClient(SamplePrismaClient)(scratch.database);
    const watch = scratch.database.watch();
    await visit.findMany();
    watch.stop();
    expect(watch.texts).toEqual([expect.stringContaining('FROM "public"."visit"')]);
  });
});
