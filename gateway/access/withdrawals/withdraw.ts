import { Command } from 'commander';
import { departmentNames } from '../../../schema/departments.ts';
import { committedGraph } from '../committed-graph.ts';
import { withHubRegister } from '../hub-register.ts';
import { OrderRefused, telling } from '../order-refused.ts';
import type { Withdrawal } from '../withdrawn.ts';
import { listWithdrawals, restore, withdraw } from './keep-withdrawals.ts';
import { withdrawalFault } from './withdrawal-fault.ts';

interface Options {
  readonly field?: string;
  readonly scope?: string;
  readonly purpose?: string;
  readonly reason?: string;
  readonly restore?: true;
  readonly list?: true;
}

const command = new Command('withdraw')
  .description(
    'Takes back a field, a scope or a purpose for a department’s register, everywhere within a second; the rest answers (部门即时收回).',
  )
  .argument('[department]', 'folder name of the department, such as justice (部门)')
  .option('--field <coordinate>', 'a field that the department answers, such as Person.legalAid (字段)')
  .option('--scope <scope>', 'a scope of the department (权限)')
  .option('--purpose <code>', 'a purpose, for all that the department answers under a scope (用途)')
  .option('--reason <text>', 'why, for the ledger; names nobody (理由)')
  .option('--restore', 'give it back (恢复)')
  .option('--list', 'list what is taken back (列出)')
  .action(telling(run));

await command.parseAsync();

async function run(department: string | undefined, options: Options): Promise<void> {
  if (options.list) return list(department);
  const withdrawal = withdrawalOf(department, options);
  const { kind, name } = withdrawal;
  const why = options.reason;
  if (options.restore) {
    const given = await withHubRegister(async ({ database, record }) => {
      const isThere = (await listWithdrawals(database)).some(
        (one) => one.department === department && one.kind === kind && one.name === name,
      );
      if (!isThere) return false;
      await record('access.restored', { ...withdrawal, reason: why ?? null });
      return restore(database, withdrawal);
    });
    if (!given)
      throw new OrderRefused(`Expected something that ${department} took back; --list shows what (并未收回).`);
    return console.log(`${name} answers again within a second (已恢复).`);
  }
  if (!why) throw new OrderRefused('expected --reason (须说明理由).');
  const taken = await withHubRegister(async ({ database, record }) => {
    await record('access.withdrawn', { ...withdrawal, reason: why });
    return withdraw(database, withdrawal, why);
  });
  console.log(
    taken ? `${name} answers no more, from within a second (已收回).` : `${name} is taken back already (此前已收回).`,
  );
}

async function list(department: string | undefined): Promise<void> {
  const all = await withHubRegister(({ database }) => listWithdrawals(database));
  const own = all.filter((one) => department === undefined || one.department === department);
  if (own.length === 0) console.log('Nothing is taken back (无收回项).');
  for (const { department: owner, kind, name, since, by, reason } of own) {
    console.log(`${owner}  ${kind}  ${name}  ${since}  ${by}  ${reason}`);
  }
}

function withdrawalOf(department: string | undefined, { field, scope, purpose }: Options): Withdrawal {
  const chosen = Object.entries({ FIELD: field, SCOPE: scope, PURPOSE: purpose }).filter(
    ([, name]) => name !== undefined,
  );
  const [only, ...others] = chosen;
  if (department === undefined || !departmentNames().includes(department)) {
    throw new OrderRefused(`expected a department: ${departmentNames().join(', ')} (部门不存在).`);
  }
  if (!only || others.length > 0) {
    throw new OrderRefused('expected one of --field, --scope, --purpose (须选其一).');
  }
  const withdrawal = { department, kind: only[0], name: only[1] } as Withdrawal;
  const fault = withdrawalFault(withdrawal, committedGraph());
  if (fault) throw new OrderRefused(fault);
  return withdrawal;
}
