import { resolve } from 'node:path';
import { SingleBar } from 'cli-progress';
import { Command, InvalidArgumentError } from 'commander';
import { generateDistrict } from '../schema/synthetic/generate-district.ts';

const positive = (text: string): number => {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError('Expected a number above 0 (应为大于 0 的数).');
  return value;
};

const command = new Command('generate')
  .description('Writes an invented district as each department would export it (生成合成区数据).')
  .option('--scale <number>', 'share of the whole district; 1 is 410,900 registered people (规模)', positive, 0.02)
  .option('--seed <number>', 'same seed, same district (随机种子)', positive, 1)
  .option('--as-of <date>', 'day on which the registers are read, YYYY-MM-DD (数据时点)')
  .requiredOption('--out <directory>', 'where to write: one folder a department, and truth/ (输出目录)')
  .parse();
const { scale, seed, asOf, out } = command.opts<{ scale: number; seed: number; asOf?: string; out: string }>();
const bar = new SingleBar({ format: '{layout} {value} rows', stream: process.stderr, noTTYOutput: false });

const directory = resolve(out);
bar.start(0, 0, { layout: '' });
const files = await generateDistrict({
  scale,
  seed,
  asOf,
  directory,
  progress: (department, layout, rows) => bar.update(rows, { layout: `${department}/${layout}` }),
});
bar.stop();
for (const { department, file, rows } of files) console.log(`${department}/${file}\t${rows}`);
console.log(`${files.reduce((sum, { rows }) => sum + rows, 0)} rows in ${files.length} files under ${directory}`);
