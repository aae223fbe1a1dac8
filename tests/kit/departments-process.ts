import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

/** Where a department answers. */
export interface DepartmentAddress {
  readonly department: string;
  readonly url: string;
}

/** Departments in a process of their own. */
export interface DepartmentsProcess {
  readonly process: ChildProcess;
  readonly addresses: readonly DepartmentAddress[];
  /** Sends SIGTERM and resolves with the exit code. */
  end(): Promise<number | null>;
}

/** Serves departments over a data directory as `npm run serve` does; resolves once they answer. */
export async function serveDepartments(
  dataDirectory: string,
  departments: readonly string[],
): Promise<DepartmentsProcess> {
  const file = resolve(import.meta.dirname, '..', '..', 'subgraphs', 'serve.ts');
  const started = spawn(process.execPath, [file, '--port', '0', ...departments], {
    env: { ...process.env, HUB_DATA: dataDirectory },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const addresses = await new Promise<DepartmentAddress[]>((found, failed) => {
    let printed = '';
    started.once('exit', (code) => failed(new Error(`Expected departments to be served, it ended with code ${code}.`)));
    started.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const known = [...printed.matchAll(/(http:\/\/\S+\/([a-z-]+)\/graphql)\n/g)];
      if (known.length === departments.length)
        found(known.map(([, url = '', department = '']) => ({ department, url })));
    });
  });
  return {
    process: started,
    addresses,
    async end() {
      if (started.exitCode !== null || started.signalCode !== null) return started.exitCode;
      const ended = once(started, 'exit') as Promise<[number | null]>;
      started.kill('SIGTERM');
      return (await ended)[0];
    },
  };
}
