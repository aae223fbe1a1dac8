import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { authorMigration } from '../author-migration.ts';

const sample = join(import.meta.dirname, 'sample', 'prisma');
let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'governance-hub-author-'));
  cpSync(join(sample, 'schema.prisma'), join(directory, 'schema.prisma'));
  cpSync(join(sample, 'migrations'), join(directory, 'migrations'), { recursive: true });
});

afterEach(() => rmSync(directory, { recursive: true }));

describe('authorMigration', () => {
  it('writes nothing when the migrations lead to the schema', async () => {
    expect(await authorMigration(directory, 'nothing')).toBeNull();
  });

  it('writes the step from the migrations, hand-written ones too, to the schema', async () => {
    const byHand = join(directory, 'migrations', '20260102000000_by_hand');
    mkdirSync(byHand);
    writeFileSync(join(byHand, 'migration.sql'), 'ALTER TABLE visit ADD weather text;');
    const schema = readFileSync(join(directory, 'schema.prisma'), 'utf8');
    const columns = 'weather String?\n  note String?\n';
    writeFileSync(join(directory, 'schema.prisma'), schema.replace('  @@index', `  ${columns}\n  @@index`));
    const path = await authorMigration(directory, 'Add a note');
    expect(path).toMatch(/migrations\/\d{14}_add_a_note\/migration\.sql$/);
    expect(readFileSync(path as string, 'utf8')).toBe(
      '-- AlterTable\nALTER TABLE "visit" ADD COLUMN     "note" TEXT;\n',
    );
  });
});
