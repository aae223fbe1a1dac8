import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const model = readFileSync(join(root, 'docs', 'threats.md'), 'utf8');
const sections = new Map(
  model
    .split(/^## /m)
    .slice(1)
    .map((section): [string, string] => [section.split('\n', 1)[0] ?? '', section]),
);
const attackers = ['An outsider', 'A curious clerk', 'A rogue administrator', 'A compromised department'];
const pathsOf = (attacker: string): string[][] => {
  const [, section = ''] = [...sections].find(([title]) => title.includes(attacker)) ?? [];
  const rows = section.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| path'));
  return rows.map((row) => row.slice(2, -2).split(' | '));
};

describe('the threat model', () => {
  it.each(attackers)('names for %s several paths, each with what stops it and the tests that show it', (attacker) => {
    const paths = pathsOf(attacker);
    expect(paths.length).toBeGreaterThan(7);
    for (const path of paths) {
      expect([path[0], path.length]).toEqual([path[0], 3]);
      expect([path[0], /`[^`]+\.test\.ts`/.test(path[2] ?? '')]).toEqual([path[0], true]);
    }
  });

  it('names no test that is not there', () => {
    const named = [...model.matchAll(/`([^`]+\.test\.ts)`/g)].map(([, file]) => file as string);
    expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  it('says what is not stopped', () => {
    expect([...sections.keys()].some((title) => title.includes('What is not stopped'))).toBe(true);
  });
});
