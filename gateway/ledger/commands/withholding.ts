import { userInfo } from 'node:os';
import { Command } from 'commander';
import { releaseCase, withheldMatters, withholdCase } from '../../../schema/ledger/withholding.ts';
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

/** Reminds the auditor of what is still withheld. */
export const withheldCommand = (): Command =>
  new Command('withheld')
    .description('lists the matters whose reads people are not told of yet, and since when (尚未解除的暂不告知)')
    .action(() =>
      withLedger(async ({ database }) => {
        const matters = await withheldMatters(database);
        if (matters.length === 0) console.log('Nothing is withheld (无暂不告知事项).');
        for (const { caseNumber, since, purpose, reads } of matters) {
          const why = purpose === null ? 'by command (人工设定)' : `purpose ${purpose} (用途设定)`;
          console.log(`${caseNumber ?? 'no matter (无事项)'}  since ${since}  ${reads} reads  ${why}`);
        }
      }),
    );
