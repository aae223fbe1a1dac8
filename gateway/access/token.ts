import { Command } from 'commander';
import { registerConfig } from '../../schema/register/config.ts';
import { inProduction } from '../config.ts';
import { issueToken, type TokenOptions } from './issue-token.ts';
import { personas } from './personas.ts';
import { openTokenKeys } from './token-keys.ts';

const titles = Object.entries(personas).map(([name, { title }]) => `  ${name.padEnd(22)}${title}`);
const command = new Command('token')
  .description('Prints a token of this hub for trying things out; refused in production (签发试用令牌).')
  .argument('<persona>', 'kind of user (用户类型)')
  .option('--area <code>', 'area code prefix that bounds the rows (数据范围)')
  .option('--organization <id>', 'organization in the centre’s register that holds the cases (所属机构)')
  .option('--department <name>', 'department whose data a developer answers for (所属部门)')
  .option('--person <id>', 'the citizen’s own person id (本人编号)')
  .option('--user <name>', 'who asks, as the ledger will show (用户)')
  .addHelpText('after', `\nPersonas (用户类型):\n${titles.join('\n')}`)
  .parse();

if (inProduction()) {
  command.error('Expected NODE_ENV other than production: there, tokens come from the identity provider.');
}
const persona = command.args[0] ?? '';
if (!personas[persona]) command.error(`Expected a persona: ${Object.keys(personas).join(', ')}.`);
const keys = await openTokenKeys(registerConfig().dataDirectory);
console.log(await issueToken(keys, { persona, ...command.opts<Omit<TokenOptions, 'persona'>>() }));
