import { userInfo } from 'node:os';
import { Command } from 'commander';
import { releaseCase, withholdCase } from '../../../schema/ledger/withholding.ts';
import { withLedger } from './open-ledger.ts';

/** Keeps the reads for a running investigation from the people it concerns. */
export const withholdCommand = (): Command =>
  new Command('withhold')
    .description('keeps reads for a running investigation from the people concerned until released (暂不告知)')
    .argument('<case>', 'number of the matter (事项编号)')
    .action((caseNumber: string) =>
      withLedger(async ({ database }) => {
        await withholdCase(database, caseNumber, userInfo().username);
        console.log('Withheld; the auditor still sees the reads (已设为暂不告知，审计人员仍可见).');
      }),
    );

/** Tells people of the reads that were withheld. */
export const releaseCommand = (): Command =>
  new Command('release')
    .description('lets people be told of reads that were withheld, once the matter is closed (解除暂不告知)')
    .argument('<case>', 'number of the matter (事项编号)')
    .action((caseNumber: string) =>
      withLedger(async ({ database }) => {
        await releaseCase(database, caseNumber, userInfo().username);
        console.log('Released (已解除).');
      }),
    );
