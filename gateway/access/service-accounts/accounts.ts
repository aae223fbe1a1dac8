import { Command } from 'commander';
import { withHubRegister } from '../hub-register.ts';
import { personas } from '../personas.ts';
import { addAccount, endAccount, isInForce, listAccounts } from './keep-accounts.ts';
import { newServiceAccount } from './service-account.ts';

interface AddOptions {
  readonly organization: string;
  readonly persona: string;
  readonly area: readonly string[];
  readonly department?: string;
  readonly scope?: readonly string[];
  readonly subject?: string;
  readonly certificate?: string;
  readonly until?: string;
}

const command = new Command('accounts').description(
  'Keeps the service accounts: which system of which organization may ask for what (服务账号管理).',
);

command
  .command('add')
  .description('Enters an account from now on (登记服务账号).')
  .argument('<client>', 'the client id that the identity provider knows the system by (客户端编号)')
  .requiredOption('--organization <id>', 'organization in the centre’s register (所属机构)')
  .requiredOption('--persona <name>', 'what kind of user it is (用户类型)')
  .requiredOption('--area <code...>', 'area codes that bound its rows (数据范围)')
  .option('--department <name>', 'department whose data it answers for (所属部门)')
  .option('--scope <scope...>', 'scopes it may use, some of the persona’s; all of them unless told (权限)')
  .option('--subject <sub>', 'the subject of its tokens where that is not the client (令牌主体)')
  .option('--certificate <name>', 'name in its client certificate: DNS:…, URI:…, or the subject CN=… (证书名称)')
  .option('--until <time>', 'when it ends, such as 2027-12-31T23:59:59+08:00 (有效期至)')
  .action(add);

command.command('list').description('Lists the accounts, those that have ended too (列出服务账号).').action(list);

command
  .command('end')
  .description('Ends an account: its tokens and certificates open nothing within a second (停用服务账号).')
  .argument('<client>', 'client id (客户端编号)')
  .action(end);

await command.parseAsync();

async function add(client: string, options: AddOptions, self: Command): Promise<void> {
  const { organization, persona, area, department, scope, subject, certificate, until } = options;
  const account = newServiceAccount.safeParse({
    client,
    organization,
    department: department ?? null,
    persona,
    scopes: scope ?? personas[persona]?.scopes ?? [],
    areas: area,
    subject: subject ?? null,
    certificate: certificate ?? null,
    validTo: until === undefined ? null : new Date(until),
  });
  if (!account.success) {
    const faults = account.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    return self.error(`The account is not complete:\n${faults.join('\n')}`);
  }
  const added = await withHubRegister(async ({ database, record }) => {
    const inForce = (await listAccounts(database)).filter(isInForce);
    const isTaken = inForce.some(
      (known) => known.client === client || (certificate !== undefined && known.certificate === certificate),
    );
    if (isTaken) return false;
    await record('access.account-added', { ...account.data, validTo: account.data.validTo?.toISOString() ?? null });
    return addAccount(database, account.data);
  });
  if (!added) return self.error('Expected a client and a certificate that no account in force has; end that first.');
  console.log(`${client} may ask from now on (已登记).`);
}

async function list(): Promise<void> {
  const accounts = await withHubRegister(({ database }) => listAccounts(database));
  if (accounts.length === 0) console.log('There is no service account (无服务账号).');
  for (const account of accounts) {
    const { client, organization, persona, areas, certificate, validFrom, validTo } = account;
    const state = isInForce(account) ? '' : '  ended (已停用)';
    const times = `${validFrom} – ${validTo ?? '…'}`;
    console.log(`${client}  ${organization}  ${persona}  ${areas.join(',')}  ${certificate ?? '-'}  ${times}${state}`);
    console.log(`  ${account.scopes.join(' ')}`);
  }
}

async function end(client: string, _options: object, self: Command): Promise<void> {
  const ended = await withHubRegister(async ({ database, record }) => {
    const isThere = (await listAccounts(database)).some((known) => known.client === client && isInForce(known));
    if (!isThere) return false;
    await record('access.account-ended', { client });
    return endAccount(database, client);
  });
  if (!ended) return self.error('Expected the client of an account in force (服务账号不存在).');
  console.log(`${client} may ask no more, from within a second (已停用).`);
}
