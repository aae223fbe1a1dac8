import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import type { CommandOutcome } from './hub-process.ts';

const root = resolve(import.meta.dirname, '..', '..');

/** Runs a command of the hub by its file over a data directory, as `npm run` does. */
export function hubCommand(dataDirectory: string, file: string, ...parameters: string[]): Promise<CommandOutcome> {
  return new Promise((done) => {
    const options = { cwd: root, env: { ...process.env, HUB_DATA: dataDirectory }, maxBuffer: 1 << 26 };
    execFile(process.execPath, [join(root, file), ...parameters], options, (fault, stdout, stderr) => {
      done({ code: typeof fault?.code === 'number' ? fault.code : fault ? 1 : 0, stdout, stderr });
    });
  });
}
