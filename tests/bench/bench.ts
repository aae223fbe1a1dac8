import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { benchDisturbed } from './disturbed.ts';
import { benchEngine } from './engine.ts';
import { benchGrowth } from './growth.ts';
import { benchImport } from './import.ts';
import { benchLedger } from './ledger.ts';
import { benchPeers } from './peers.ts';
import { installPeers } from './peers-installed.ts';
import { benchPeersOverRegisters } from './peers-over-registers.ts';
import { countsProcessorTime, WITHOUT_PROCESSOR_TIME } from './processor-time.ts';
import { benchServing } from './serving.ts';

const PARTS = ['serving', 'import', 'growth', 'disturbed', 'engine', 'peers', 'peers-over-registers', 'ledger'];

const count = (text: string): number => {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('Expected a whole number above 0 (应为正整数).');
  return Number(text);
};
const scaleOf = (text: string): number => {
  const scale = Number(text);
  if (!(scale > 0 && scale <= 1))
    throw new InvalidArgumentError('Expected a scale above 0, up to 1 (规模应大于 0 且不超过 1).');
  return scale;
};
const scalesOf = (text: string): number[] => text.split(',').map(scaleOf);

const command = new Command('bench')
  .description(
    'Prints ratios of processor time and latency from one run; it is no test (输出处理器时间与延迟之比，不作测试).',
  )
  .argument('[parts...]', `which of ${PARTS.join(', ')}; all unless told (测哪些部分，默认全部)`)
  .option('--scale <number>', 'share of the district for serving and import (规模)', scaleOf, 0.02)
  .option('--scales <list>', 'for growth, the smallest first, commas between (增长测试的各规模)', scalesOf, [0.02, 0.2])
  .option('--rounds <number>', 'turns that each contender takes (轮数)', count, 5)
  .option('--requests <number>', 'requests a turn (每轮请求数)', count, 200)
  .option('--warm-up <number>', 'requests before the first turn (预热请求数)', count, 300)
  .option('--connections <number>', 'connections at a time (并发连接数)', count, 1)
  .option('--entries <number>', 'entries that "ledger" appends and verifies (账本条目数)', count, 200_000)
  .option('--data <directory>', 'where the districts are, or will be and stay; a temporary one unless told (数据目录)')
  .option(
    '--profile <directory>',
    'where the hub of "serving" and "peers" leaves a processor profile (性能剖析输出目录)',
  )
  .option('--alone', 'leaves the other router out of "engine", for a profile (仅测引擎)')
  .parse();

interface BenchOptions {
  readonly scale: number;
  readonly scales: readonly number[];
  readonly rounds: number;
  readonly requests: number;
  readonly warmUp: number;
  readonly connections: number;
  readonly entries: number;
  readonly data?: string;
  readonly profile?: string;
  readonly alone?: boolean;
}

const asked = command.processedArgs[0] as string[];
const strange = asked.filter((part) => !PARTS.includes(part));
if (strange.length > 0)
  command.error(`Expected parts of ${PARTS.join(', ')}, got ${strange.join(', ')} (没有这个部分).`);
const parts = asked.length > 0 ? asked : PARTS;
const { scale, scales, entries, data, profile, alone, ...amount } = command.opts<BenchOptions>();

if (!countsProcessorTime) console.log(WITHOUT_PROCESSOR_TIME);
const folder = data ? resolve(data) : mkdtempSync(join(tmpdir(), 'governance-hub-bench-'));
try {
  if (parts.includes('serving')) await benchServing({ folder, scale, profile, ...amount });
  if (parts.includes('import')) await benchImport(scale);
  if (parts.includes('growth')) await benchGrowth(folder, scales, amount);
  if (parts.includes('disturbed')) await benchDisturbed({ folder, scale, ...amount });
  if (parts.includes('engine')) await benchEngine({ alone, ...amount });
  if (parts.includes('ledger')) await benchLedger({ folder, scale, entries, ...amount });
  const needsPeers = parts.includes('peers') || parts.includes('peers-over-registers');
  if (needsPeers && (await installPeers())) {
    if (parts.includes('peers')) await benchPeers({ folder, profile, ...amount });
    if (parts.includes('peers-over-registers')) await benchPeersOverRegisters({ folder, scale, ...amount });
  }
} finally {
  if (!data) rmSync(folder, { recursive: true, force: true });
}
