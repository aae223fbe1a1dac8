import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeOnce } from '../write-once.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'write-once-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('writeOnce', () => {
  it('keeps what was written first, for its owner alone, and leaves no draft', () => {
    const file = join(folder, 'keys', 'one');
    writeOnce(file, 'first', 0o600);
    writeOnce(file, 'second', 0o600);
    expect(readFileSync(file, 'utf8')).toBe('first');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'keys'))).toEqual(['one']);
  });

  it('never shows half a file to somebody who reads meanwhile', async () => {
    const size = 4_000_000;
    const file = join(folder, 'large');
    const reader = new Worker(
      `const { parentPort, workerData } = require('node:worker_threads');
       const { readFileSync } = require('node:fs');
       parentPort.postMessage('watching');
       for (;;) try { parentPort.postMessage(readFileSync(workerData).length); break; } catch {}`,
      { eval: true, workerData: file },
    );
    const told: unknown[] = [];
    await new Promise<void>((done) =>
      reader.on('message', (message) => {
        told.push(message);
        if (message === 'watching') writeOnce(file, Buffer.alloc(size), 0o600);
        else done();
      }),
    );
    expect(told).toEqual(['watching', size]);
  });
});
