import { execFile } from 'node:child_process';
import { resolve } from 'node:path';

/** A thing that must hold before the code is taken in, and the command that tells. */
interface Check {
  readonly title: string;
  readonly command: readonly [program: string, ...parameters: string[]];
  /** Whether what it says counts though it passed. */
  readonly tells?: boolean;
}

interface Finding {
  readonly title: string;
  readonly passed: boolean;
  readonly said: string;
}

const AT_ONCE = 2;

const root = resolve(import.meta.dirname, '..', '..');
const tool = (name: string) => resolve(root, 'node_modules', '.bin', name);
const checks: readonly Check[] = [
  {
    title: 'Architecture and schema rules (结构与图谱规则)',
    command: [tool('vitest'), 'run', '--project', 'parts', 'tests/architecture.test.ts', 'tests/schema-rules'],
  },
  { title: 'Types (类型)', command: [tool('tsc'), '--noEmit', '--project', '.'] },
  { title: 'Lint (静态检查)', command: [tool('oxlint'), '--type-aware', '--deny-warnings'] },
  { title: 'Fresh SDL (图谱定义是否最新)', command: [process.execPath, 'gateway/compose.ts', '--check'] },
  { title: 'Dependencies (依赖的许可与漏洞)', command: [process.execPath, 'tests/dependencies/audit.ts'], tells: true },
  { title: 'Format (格式)', command: [tool('biome'), 'check', '--max-diagnostics=50', '.'] },
];

const findings: Finding[] = [];
const waiting = [...checks];
await Promise.all(Array.from({ length: AT_ONCE }, work));

const failed = findings.filter(({ passed }) => !passed);
for (const { title, said } of failed) console.error(`\n── ${title}\n${said.trim()}`);
console.log(failed.length === 0 ? `\nAll ${checks.length} checks passed.` : `\n${failed.length} check(s) failed.`);
process.exitCode = failed.length === 0 ? 0 : 1;

async function work(): Promise<void> {
  for (let check = waiting.shift(); check; check = waiting.shift()) {
    const start = performance.now();
    const finding = await find(check);
    findings.push(finding);
    const seconds = ((performance.now() - start) / 1_000).toFixed(1);
    console.log(`${finding.passed ? '✓' : '✗'} ${finding.title}  ${seconds} s`);
    if (finding.passed && check.tells && finding.said.trim()) console.log(`  ${finding.said.trim()}`);
  }
}

function find({ title, command: [program, ...parameters] }: Check): Promise<Finding> {
  return new Promise((found) => {
    execFile(program, parameters, { cwd: root, maxBuffer: 1 << 26 }, (fault, stdout, stderr) => {
      found({
        title,
        passed: fault === null,
        said: `${stdout}\n${stderr}\n${stdout || stderr ? '' : (fault?.message ?? '')}`,
      });
    });
  });
}
