import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = resolve(import.meta.dirname, 'peers');
const lockFile = join(folder, 'package-lock.json');
/** Holds the lock that was installed, so that another lock is installed again. */
const installedFile = join(folder, 'node_modules', '.installed-lock.json');

/** Installs the other gateways at their locked versions unless they are there; tells, and says why, where npm cannot. */
export async function installPeers(): Promise<boolean> {
  const lock = readFileSync(lockFile, 'utf8');
  if (existsSync(installedFile) && readFileSync(installedFile, 'utf8') === lock) return true;
  console.log('Installing the other gateways into tests/bench/peers, once (正在安装对比用网关)');
  const npm = spawn(
    'npm',
    ['ci', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const [code] = (await once(npm, 'exit')) as [number | null];
  if (code === 0) {
    writeFileSync(installedFile, lock);
    return true;
  }
  console.error(
    `Expected npm to install tests/bench/peers, it ended with code ${code}. It needs the package registry once; ` +
      'what needs other gateways is left out (需联网安装一次，已跳过).',
  );
  return false;
}
