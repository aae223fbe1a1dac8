import { userInfo } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { Command, InvalidArgumentError } from 'commander';
import { departmentNames } from '../schema/departments.ts';
import { layoutsOf } from '../schema/extracts/discover-layouts.ts';
import { meetNumbers } from '../schema/extracts/meet-numbers.ts';
import { keepsRowsElsewhere } from '../schema/extracts/open-destination.ts';
import { LINK_DEPARTMENT, openLinkRegister } from '../schema/extracts/open-link-register.ts';
import { resealTable } from '../schema/extracts/reseal.ts';
import { sealedTablesOf } from '../schema/extracts/sealed-table.ts';
import { valuesUnder } from '../schema/extracts/values-under.ts';
import { listKeys, retireKey, rotateKey } from '../schema/kit/keys/change-keys.ts';
import { keysDirectory } from '../schema/kit/keys/config.ts';
import { KeyRefused } from '../schema/kit/keys/key-refused.ts';
import { type KeyUse, keyUses } from '../schema/kit/keys/key-uses.ts';
import { ledgerIn } from '../schema/ledger/ledger.ts';
import { registerConfig } from '../schema/register/config.ts';
import { type OpenRegisters, openDatabases } from '../schema/register/open-databases.ts';

/** Every process knows of a new link key by then, and new tokens are made with it. */
const SETTLED_MS = 6_000;

const uses = keyUses();
const useNamed = (name: string): KeyUse => {
  const found = uses.find(({ use }) => use === name);
  if (!found)
    throw new InvalidArgumentError(`Expected some of ${uses.map(({ use }) => use).join(', ')} (应为密钥用途).`);
  return found;
};

const command = new Command('keys').description(
  'Keeps the hub’s keys: the newest seals and signs, the others still open and verify (密钥管理：新密钥加密签名，旧密钥仍可解密验签).',
);
command
  .command('list')
  .description('Lists the keys by use and id, never the keys themselves (列出密钥编号).')
  .action(list);
command
  .command('rotate')
  .description(
    'Adds a key to each use; processes that run take it up within a second (轮换密钥，运行中的进程一秒内生效).',
  )
  .argument('[use...]', 'uses; all unless named (用途，默认全部)', (name, named: KeyUse[] | undefined) => [
    ...(named ?? []),
    useNamed(name),
  ])
  .option(
    '--into <folder>',
    'make the keys there, to be moved once the public halves are where they are needed (先生成到此目录)',
  )
  .action(rotate);
command
  .command('reseal')
  .description(
    'Puts what is sealed, and the tokens of known numbers, under the newest keys (用新密钥重新加密已有数据).',
  )
  .action(reseal);
command
  .command('retire')
  .description('Deletes an older key for ever, where nothing needs it any more (停用旧密钥).')
  .argument('<use>', 'use (用途)', useNamed)
  .argument('<id>', 'id, as list tells it (密钥编号)')
  .action(retire);
command.addHelpText(
  'after',
  `\nUses (用途):\n${uses.map(({ use, title }) => `  ${use.padEnd(28)}${title}`).join('\n')}` +
    '\n\nDepartments on machines of their own verify with viewer*.public.jwk.json copied there: make the key with --into,' +
    '\ncopy its public half to them, then move both files into the folder of keys (部门独立部署时，先分发公钥再启用).' +
    '\nAfter rotating seal, search or link: reseal, then retire the older key (轮换后先 reseal，再 retire).',
);

try {
  await command.parseAsync();
} catch (fault) {
  if (!(fault instanceof KeyRefused)) throw fault;
  console.error(`✗ ${fault.code}: ${fault.message}`);
  process.exitCode = 1;
}

function list(): void {
  const directory = keysDirectory(registerConfig().dataDirectory);
  for (const use of uses) {
    for (const { id, isNewest } of listKeys(directory, use)) {
      console.log(`${use.use.padEnd(28)}${id}  ${isNewest ? 'newest (现用)' : 'older (旧)'}`);
    }
  }
}

async function rotate(named: readonly KeyUse[], { into }: { readonly into?: string }): Promise<void> {
  await withRegisters([LINK_DEPARTMENT], async (registers, dataDirectory) => {
    for (const use of named.length > 0 ? named : uses) {
      const { id } = rotateKey(keysDirectory(dataDirectory), use, into);
      await enter(registers, into === undefined ? 'keys.rotated' : 'keys.made', { use: use.use, id });
      console.log(`✓ ${use.use}: ${id} (已轮换)`);
    }
  });
}

async function reseal(): Promise<void> {
  await withRegisters(departmentNames(), async (registers, dataDirectory) => {
    await pause(SETTLED_MS);
    const link = await openLinkRegister(registers.database(LINK_DEPARTMENT), dataDirectory);
    for (const [department, database] of registers.databases) {
      for (const table of await sealedTablesOf(department)) {
        const rows = await resealTable(database, table, () => undefined);
        await enter(registers, 'keys.resealed', {
          department,
          table: table.table,
          rows,
          ...database.seal.newestKeys(),
        });
        console.log(`✓ ${department} ${table.name}: ${rows} rows (行)`);
      }
      if (department === LINK_DEPARTMENT || keepsRowsElsewhere(department)) continue;
      const met = await meetNumbers(database, await layoutsOf(department), link);
      if (met > 0) console.log(`✓ ${department}: ${met} numbers met (已重算令牌)`);
    }
  });
}

async function retire(use: KeyUse, id: string): Promise<void> {
  await withRegisters(departmentNames(), async (registers, dataDirectory) => {
    const needed = await valuesUnder(registers, dataDirectory, use.use, id);
    if (needed !== null) throw new KeyRefused('KEY_NEEDED', needed);
    retireKey(keysDirectory(dataDirectory), use, id);
    await enter(registers, 'keys.retired', { use: use.use, id });
    console.log(`✓ ${use.use}: ${id} is gone (已停用)`);
  });
}

function enter(registers: OpenRegisters, kind: string, facts: Record<string, unknown>): Promise<void> {
  return ledgerIn(registers.database(LINK_DEPARTMENT)).record({ kind, actor: userInfo().username, facts });
}

async function withRegisters(
  departments: readonly string[],
  work: (registers: OpenRegisters, dataDirectory: string) => Promise<void>,
): Promise<void> {
  const registers = await openDatabases({ departments });
  try {
    await work(registers, registerConfig().dataDirectory);
  } finally {
    await registers.close();
  }
}
