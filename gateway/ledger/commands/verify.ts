import { readFileSync } from 'node:fs';
import { SingleBar } from 'cli-progress';
import { Command, InvalidArgumentError } from 'commander';
import { readCheckpoint } from '../../../schema/ledger/checkpoint.ts';
import { readNoteKey } from '../../../schema/ledger/note.ts';
import { type Verification, verifyLedger } from '../../../schema/ledger/verify-ledger.ts';
import { withLedger } from './open-ledger.ts';

interface Asked {
  readonly checkpoint?: string;
  readonly keys?: string;
  readonly from: number;
}

/** A place in the ledger, from the command line. */
export const place = (text: string): number => {
  if (!/^\d{1,15}$/.test(text))
    throw new InvalidArgumentError('Expected the number of an entry, from 0 (应为条目序号).');
  return Number(text);
};

/** Verifies every entry; ends with 1 where anything is not as it was entered. */
export const verifyCommand = (): Command =>
  new Command('verify')
    .description('finds any edited, removed, inserted, reordered or cut off entry, and says which (核验全部条目)')
    .option(
      '--checkpoint <file>',
      'a head that was saved before, which the ledger must still contain (比对另存的检查点)',
    )
    .option('--keys <file>', 'public keys, a line each, instead of those beside the hub (使用指定公钥)')
    .option('--from <entry>', 'looks at the entries from here on (起始条目)', place, 0)
    .addHelpText(
      'after',
      '\nEnds with 0 where the ledger is whole, 1 where it is not, 2 where it cannot be verified (退出码 0 完好，1 有异常，2 无法核验).' +
        '\nWhoever holds the database and the signing key can write a whole ledger anew: only a head that is kept' +
        '\nelsewhere (--checkpoint), such as a witness keeps, shows that (仅另存或经见证的检查点可发现整体重写).',
    )
    .action(({ checkpoint, keys: file, from }: Asked) =>
      withLedger(async ({ database, keys: own }) => {
        const saved = checkpoint === undefined ? undefined : readCheckpoint(readFileSync(checkpoint, 'utf8'));
        const keys = file === undefined ? own : readFileSync(file, 'utf8').split('\n').filter(Boolean).map(readNoteKey);
        const bar = new SingleBar({
          format: 'Verifying (核验) [{bar}] {percentage}% {value}/{total} {eta_formatted}',
          stream: process.stderr,
          clearOnComplete: true,
        });
        const start = performance.now();
        const onProgress = (done: number, total: number) => (bar.isActive ? bar.update(done) : bar.start(total, done));
        const verification = await verifyLedger(database, { keys, saved, from, onProgress });
        bar.stop();
        report(verification, (performance.now() - start) / 1_000);
      }),
    );

function report({ findings, findingCount, ...told }: Verification, seconds: number): void {
  const { entries, thinned, checkpoints, signed, size, root } = told;
  for (const { text } of findings) console.log(`✗ ${text}`);
  if (findingCount > findings.length) console.log(`  and ${findingCount - findings.length} more (余略)`);
  const rate = Math.round(entries / Math.max(seconds, 0.001));
  console.log(`${entries} entries in ${seconds.toFixed(1)} s, ${rate} a second (已核验条目)`);
  if (thinned > 0)
    console.log(`${thinned} of them thinned by retention: their hashes alone were verified (已按期清除个人信息)`);
  console.log(`${checkpoints} checkpoints are right; ${signed} of ${size} entries are signed (检查点)`);
  console.log(`root (根哈希): ${root}`);
  console.log(findingCount === 0 ? '✓ The ledger is whole (账本完好).' : '✗ The ledger is NOT whole (账本异常).');
  process.exitCode = findingCount === 0 ? 0 : 1;
}
