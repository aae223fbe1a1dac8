import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { auditAnswer } from './advisories.ts';
import { forbiddenLicences, type LockedPackages } from './licences.ts';

const root = resolve(import.meta.dirname, '..', '..');

/** Longer than this an unreachable registry is not waited for. */
const MOST_MS = 30_000;

const lock = JSON.parse(readFileSync(resolve(root, 'package-lock.json'), 'utf8')) as { packages: LockedPackages };
const forbidden = forbiddenLicences(lock.packages);
for (const found of forbidden) console.error(`Licence that may not run with the hub (许可不允许): ${found}`);

const answer = auditAnswer(await npmAudit());
if (answer.kind === 'not told') {
  console.log('Advisories were not asked: this registry tells none (登记源不提供漏洞通告).');
} else {
  for (const found of answer.serious) console.error(`Known vulnerability (已知漏洞): ${found}`);
}
process.exitCode = forbidden.length > 0 || (answer.kind === 'told' && answer.serious.length > 0) ? 1 : 0;

/** What npm says of the packages that run with the hub; it ends with a code of its own where it found something. */
function npmAudit(): Promise<string> {
  const options = { cwd: root, timeout: MOST_MS, maxBuffer: 1 << 26 };
  return new Promise((said) => {
    execFile('npm', ['audit', '--json', '--omit=dev'], options, (_fault, stdout) => said(stdout));
  });
}
