import { rmSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { scratchData, startHub } from '../../kit/hub-process.ts';
import { attack } from './attack.ts';
import { hubOracle, subjects } from './oracle.ts';

const positive = (text: string): number => {
  const number = Number(text);
  if (number > 0 && Number.isFinite(number)) return number;
  throw new InvalidArgumentError('Expected a number above 0.');
};

const command = new Command('attack')
  .description('Asks a hub of its own for figures of people and tries to work out counts of one to four (推断攻击).')
  .option('--queries <number>', 'queries, shared out among the kinds of figures (查询数)', positive, 10_000)
  .option('--scale <number>', 'size of the invented district (规模)', positive, 0.02)
  .parse();
const { queries, scale } = command.opts<{ queries: number; scale: number }>();

const dataDirectory = scratchData();
const hub = await startHub(dataDirectory, {
  HUB_SCALE: String(scale),
  HUB_RATE_PER_SECOND: '0',
  MEDICAL_INSURANCE_SYSTEM_CALLS_PER_SECOND: '1000',
});
let failures = 0;
try {
  for (const subject of subjects) {
    const start = performance.now();
    const share = Math.ceil(queries / subjects.length);
    const { asked, withheld, recovered, contradictions } = await attack(
      hubOracle({ url: hub.url, dataDirectory }, subject),
      subject,
      share,
    );
    failures += recovered.length + contradictions.length;
    const seconds = ((performance.now() - start) / 1_000).toFixed(1);
    console.log(
      `${subject.name}: ${asked} queries, ${withheld} figures withheld, ${recovered.length} recovered, ` +
        `${contradictions.length} contradictions  ${seconds} s`,
    );
    for (const { cell, count, by } of recovered.slice(0, 5)) console.log(`  ${cell} = ${count}, by ${by}`);
  }
} finally {
  await hub.end('SIGTERM');
  rmSync(dataDirectory, { recursive: true, force: true });
}
console.log(failures === 0 ? '✓ No count of one to four follows from the answers.' : `✗ ${failures} follow.`);
process.exitCode = failures === 0 ? 0 : 1;
