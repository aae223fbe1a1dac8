import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { backUp } from '../schema/backup/back-up.ts';
import { BackupRefused } from '../schema/backup/backup-refused.ts';
import { readPassphrase } from '../schema/backup/sealed-keys.ts';
import { departmentNames } from '../schema/departments.ts';
import { LINK_DEPARTMENT } from '../schema/extracts/open-link-register.ts';
import { KeyRefused } from '../schema/kit/keys/key-refused.ts';
import { ledgerIn } from '../schema/ledger/ledger.ts';
import { registerConfig } from '../schema/register/config.ts';
import { openDatabases } from '../schema/register/open-databases.ts';

const command = new Command('backup')
  .description(
    'Copies every register and the ledger into a new folder, while the hub runs or not (备份全部登记库与台账，可在运行时进行).',
  )
  .argument('<folder>', 'empty, or not there yet (备份目录，须为空或不存在)')
  .option(
    '--with-keys <file>',
    'seal the keys into the backup too, under the passphrase in this file (连同密钥，以此文件中的口令加密)',
  )
  .addHelpText(
    'after',
    '\nWithout --with-keys, keep the folder of keys elsewhere: a backup is of no use without it, and safer apart from it' +
      '\n(密钥默认不入备份：分开保管更安全，但缺密钥无法恢复).' +
      '\nThe backup holds personal data; only its writer can read it (备份含个人信息，仅本人可读).',
  )
  .parse();
const [folder] = command.processedArgs as [string];
const { withKeys } = command.opts<{ withKeys?: string }>();

try {
  const passphrase = withKeys === undefined ? undefined : readPassphrase(withKeys);
  const departments = departmentNames();
  const { dataDirectory } = registerConfig(departments);
  const registers = await openDatabases();
  try {
    const directory = resolve(folder);
    // Who has a backup has everybody's data: nothing is copied that is not on record.
    const facts = { departments, withKeys: passphrase !== undefined };
    const ledger = ledgerIn(registers.database(LINK_DEPARTMENT));
    await ledger.record({ kind: 'backup.made', actor: userInfo().username, facts });
    const connection = (department: string) => registers.database(department).pool.options.connectionString ?? '';
    const { departments: kept } = await backUp({
      connections: new Map(departments.map((department) => [department, connection(department)])),
      last: LINK_DEPARTMENT,
      dataDirectory,
      directory,
      passphrase,
      progress: ({ what, rows }) => rows > 0 && console.error(`  ${String(rows).padStart(9)}  ${what}`),
    });
    const rows = Object.values(kept).flatMap(({ tables }) => tables.map((table) => table.rows));
    console.log(
      `✓ ${rows.reduce((sum, count) => sum + count, 0)} rows of ${rows.length} tables (备份完成): ${directory}`,
    );
    console.log(`Bring it back (恢复): npm run restore -- ${directory}`);
  } finally {
    await registers.close();
  }
} catch (fault) {
  if (!(fault instanceof BackupRefused || fault instanceof KeyRefused)) throw fault;
  console.error(`✗ ${fault.code}: ${fault.message}`);
  process.exitCode = 1;
}
