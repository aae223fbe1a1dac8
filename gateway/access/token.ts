import { Command } from 'commander';
import { registerConfig } from '../../schema/register/config.ts';
import { inProduction, takesOwnTokens } from '../config.ts';
import { withHubRegister } from './hub-register.ts';
import { issueServiceToken, issueToken, type TokenOptions } from './issue-token.ts';
import { personas } from './personas.ts';
import { isInForce, listAccounts } from './service-accounts/keep-accounts.ts';
import { addRevoke } from './standing/revoke-command.ts';
import { openTokenKeys } from './token-keys.ts';

const titles = Object.entries(personas).map(([name, { title }]) => `  ${name.padEnd(22)}${title}`);
const command = new Command('token')
  .description(
    'Prints a token that the hub’s own keys sign, for trying things out; in production only with HUB_OWN_TOKENS=1 (签发试用令牌).',
  )
  .enablePositionalOptions()
  .argument('[persona]', 'kind of user (用户类型)')
  .option('--area <code>', 'area code prefix that bounds the rows (数据范围)')
  .option('--organization <id>', 'organization in the centre’s register that holds the cases (所属机构)')
  .option('--department <name>', 'department whose data a developer answers for (所属部门)')
  .option('--person <id>', 'the citizen’s own person id (本人编号)')
  .option('--user <name>', 'who asks, as the ledger will show (用户)')
  .option('--client <id>', 'through which client, as the ledger will show (客户端)')
  .option('--service <client>', 'a token of this service account instead (服务账号)')
  .addHelpText('after', `\nPersonas (用户类型):\n${titles.join('\n')}`)
  .action(print);
addRevoke(command);
await command.parseAsync();

async function print(
  persona: string | undefined,
  { service, ...options }: Omit<TokenOptions, 'persona'> & { readonly service?: string },
): Promise<void> {
  if (!takesOwnTokens()) {
    const where = inProduction() ? 'NODE_ENV other than production' : 'no identity provider to be configured';
    command.error(`Expected ${where}, or HUB_OWN_TOKENS=1: there, tokens come from the identity provider.`);
  }
  const keys = () => openTokenKeys(registerConfig().dataDirectory);
  if (service !== undefined) {
    if (persona !== undefined || Object.keys(options).length > 0) {
      command.error('Expected --service alone: its account says the rest (服务账号的其余信息以登记为准).');
    }
    const accounts = await withHubRegister(({ database }) => listAccounts(database));
    const account = accounts.find((known) => known.client === service && isInForce(known));
    if (!account) return command.error('Expected the client of a service account in force (npm run accounts -- list).');
    return console.log(await issueServiceToken(await keys(), account));
  }
  if (!persona || !personas[persona]) {
    return command.error(`Expected a persona: ${Object.keys(personas).join(', ')}.`);
  }
  console.log(await issueToken(await keys(), { persona, ...options }));
}
