import { userInfo } from 'node:os';
import { Command, InvalidArgumentError } from 'commander';
import { LEAST_YEARS, thinLedger } from '../../../schema/ledger/thin.ts';
import { withLedger } from './open-ledger.ts';

const years = (text: string): number => {
  const number = Number(text);
  if (/^\d{1,2}$/.test(text) && number >= LEAST_YEARS) return number;
  throw new InvalidArgumentError(`Expected whole years, at least ${LEAST_YEARS} (不少于 ${LEAST_YEARS} 年).`);
};

/** Erases of old entries whom they name. */
export const thinCommand = (): Command =>
  new Command('thin')
    .description('erases of old entries whom they name and who asked; their hashes stay (按期清除旧条目的个人信息)')
    .option('--years <number>', 'how long entries stay whole (保留年限)', years, LEAST_YEARS)
    .option('--dry-run', 'tells what would be erased and erases nothing (仅预览)', false)
    .action(({ years: kept, dryRun }: { years: number; dryRun: boolean }) =>
      withLedger(async ({ database, checkpoints }) => {
        const before = new Date();
        before.setFullYear(before.getFullYear() - kept);
        // What is erased is first sealed by a head that covers it.
        if (!dryRun) await checkpoints.sign();
        const thinned = await thinLedger(database, { before, actor: userInfo().username, isTrial: dryRun });
        if (!dryRun) await checkpoints.sign();
        const done = dryRun ? 'would be thinned (将被清除)' : 'thinned, on record in the ledger (已清除并记入账本)';
        console.log(`${thinned.entries} entries from before ${before.toISOString().slice(0, 10)} ${done}.`);
      }),
    );
