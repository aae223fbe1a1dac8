import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { inheritedEnvironment } from './config.ts';
import { prismaDirectories } from './prisma-directories.ts';
import { RegisterError } from './register-error.ts';

const prismaPackage = createRequire(import.meta.url).resolve('prisma/package.json');
const prisma = JSON.parse(readFileSync(prismaPackage, 'utf8')) as { version: string; bin: { prisma: string } };
const atATime = 2;

/** Generates the Prisma clients whose schema or Prisma version changed, two at a time, and returns their folders. */
export async function generateClients(directories: readonly string[] = prismaDirectories()): Promise<string[]> {
  const stale = directories.filter((directory) => hasGenerator(directory) && !isFresh(directory));
  const waiting = [...stale];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await generate(next);
  };
  await Promise.all(Array.from({ length: atATime }, work));
  return stale;
}

async function generate(directory: string): Promise<void> {
  const command = join(dirname(prismaPackage), prisma.bin.prisma);
  try {
    await promisify(execFile)(process.execPath, [command, 'generate', '--schema', join(directory, 'schema.prisma')], {
      cwd: directory,
      // Generating needs no engine, but looks for one to download unless told of a file that exists.
      env: { ...inheritedEnvironment(), PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' },
    });
  } catch (cause) {
    const { stderr = '' } = cause as { stderr?: string };
    throw new RegisterError('CLIENT_GENERATION_FAILED', `No client for ${directory}:\n${stderr.trim()}`, { cause });
  }
  mkdirSync(join(directory, 'generated'), { recursive: true });
  writeFileSync(stampPath(directory), stamp(directory));
}

function hasGenerator(directory: string): boolean {
  return /^generator\s/m.test(readFileSync(join(directory, 'schema.prisma'), 'utf8'));
}

function isFresh(directory: string): boolean {
  return existsSync(stampPath(directory)) && readFileSync(stampPath(directory), 'utf8') === stamp(directory);
}

function stamp(directory: string): string {
  const schema = readFileSync(join(directory, 'schema.prisma'));
  return createHash('sha256').update(prisma.version).update(schema).digest('hex');
}

function stampPath(directory: string): string {
  return join(directory, 'generated', '.made-from');
}

if (import.meta.main) {
  for (const directory of await generateClients())
    process.stdout.write(`generated the Prisma client of ${directory}\n`);
}
