import { Command } from 'commander';
import { checkCommand } from './commands/check.ts';
import { checkpointCommand } from './commands/checkpoint.ts';
import { keysCommand } from './commands/keys.ts';
import { proveCommand } from './commands/prove.ts';
import { thinCommand } from './commands/thin.ts';
import { verifyCommand } from './commands/verify.ts';
import { releaseCommand, withheldCommand, withholdCommand } from './commands/withholding.ts';
import { witnessCommand } from './commands/witness.ts';

const command = new Command('ledger')
  .description(
    'Verifies the record of what left the registers, and proves what is in it (核验披露账本；签发、比对检查点与证明).',
  )
  .addCommand(verifyCommand())
  .addCommand(checkpointCommand())
  .addCommand(proveCommand())
  .addCommand(keysCommand())
  .addCommand(checkCommand())
  .addCommand(witnessCommand())
  .addCommand(withholdCommand())
  .addCommand(releaseCommand())
  .addCommand(withheldCommand())
  .addCommand(thinCommand())
  .addHelpText('after', '\nEach command has its own --help (各子命令均有 --help).');
try {
  await command.parseAsync();
} catch (fault) {
  if (!(fault instanceof Error) || !('code' in fault)) throw fault;
  console.error(`✗ ${String(fault.code)}: ${fault.message}`);
  process.exitCode = 2;
}
