import { userInfo } from 'node:os';
import { Command } from 'commander';
import { departmentNames } from '../schema/departments.ts';
import { LINK_DEPARTMENT } from '../schema/extracts/open-link-register.ts';
import { ledgerIn } from '../schema/ledger/ledger.ts';
import { openDatabases } from '../schema/register/open-databases.ts';
import { retentionRulesOf } from '../schema/retention/retention-rules.ts';
import { countPast, cutoff, runRule } from '../schema/retention/run-rule.ts';

const command = new Command('retention').description(
  'Deletes what is kept longer than its purpose needs, by kind of record, and leaves proof in the ledger (按保存期限删除并在台账留证).',
);
command.command('list').description('Lists the rules: kind, months, legal basis (列出保存期限).').action(list);
command
  .command('run')
  .description('Deletes or empties every record whose time is over (删除到期数据).')
  .option('--dry-run', 'tell how many it would be and delete nothing (仅统计，不删除)', false)
  .action(run);
command.addHelpText(
  'after',
  '\nRules are retention.json in each department’s folder (规则见各部门目录的 retention.json).' +
    '\nA proof is the count and a digest of the deleted keys, nothing personal (留证仅含数量与摘要).',
);
await command.parseAsync();

function list(): void {
  for (const department of departmentNames()) {
    for (const { kind, titleZh, months, clears, legalBasis } of retentionRulesOf(department)) {
      const what = clears ? `empties (清空) ${clears.join(', ')}` : 'deletes (删除)';
      console.log(`${department} ${kind} (${titleZh}): ${months} months (个月), ${what}; ${legalBasis}`);
    }
  }
}

async function run({ dryRun }: { dryRun: boolean }): Promise<void> {
  const registers = await openDatabases();
  try {
    const ledger = ledgerIn(registers.database(LINK_DEPARTMENT));
    const now = new Date();
    for (const [department, database] of registers.databases) {
      for (const rule of retentionRulesOf(department)) {
        const { kind, months, clears, legalBasis } = rule;
        const before = cutoff(rule, now);
        const facts = { department, kind, months, before, cleared: clears ?? null, legalBasis };
        const rows = dryRun
          ? await countPast(database, rule, now)
          : await runRule(database, rule, now, (proof) =>
              ledger.record({ kind: 'retention.deleted', actor: userInfo().username, facts: { ...facts, ...proof } }),
            );
        console.log(`${dryRun ? 'would be (将处理)' : '✓'} ${department} ${kind}: ${rows} (before 早于 ${before})`);
      }
    }
  } finally {
    await registers.close();
  }
}
