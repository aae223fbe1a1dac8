import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { BackupRefused } from '../schema/backup/backup-refused.ts';
import { readManifest } from '../schema/backup/manifest.ts';
import { checkBackup, checkEmpty, restoreBeside, restoreDepartment, restoreKeys } from '../schema/backup/restore.ts';
import { checkRestoredLedger } from '../schema/backup/restored-ledger.ts';
import { readPassphrase } from '../schema/backup/sealed-keys.ts';
import { departmentNames } from '../schema/departments.ts';
import { LINK_DEPARTMENT } from '../schema/extracts/open-link-register.ts';
import { KeyRefused } from '../schema/kit/keys/key-refused.ts';
import { registerConfig } from '../schema/register/config.ts';
import { openDatabase } from '../schema/register/database.ts';
import { openRegisters } from '../schema/register/registers.ts';

const command = new Command('restore')
  .description(
    'Brings a backup back into an empty data directory (HUB_DATA) or empty databases (把备份恢复到空的数据目录或空库).',
  )
  .argument('<folder>', 'folder that npm run backup wrote (备份目录)')
  .option('--with-keys <file>', 'passphrase that the keys were sealed with (解开备份内密钥的口令文件)')
  .addHelpText(
    'after',
    '\nNothing that is there is written over; every file is checked before the first row (不覆盖任何已有数据).',
  )
  .parse();
const [folder] = command.processedArgs as [string];
const { withKeys } = command.opts<{ withKeys?: string }>();

try {
  await restore(resolve(folder), withKeys === undefined ? undefined : readPassphrase(withKeys));
} catch (fault) {
  if (!(fault instanceof BackupRefused || fault instanceof KeyRefused)) throw fault;
  console.error(`✗ ${fault.code}: ${fault.message}`);
  process.exitCode = 1;
}

async function restore(directory: string, passphrase: string | undefined): Promise<void> {
  const manifest = readManifest(directory);
  const departments = departmentNames();
  if (Object.keys(manifest.departments).sort().join() !== departments.join()) {
    throw new BackupRefused(
      'BACKUP_OF_OTHER_VERSION',
      `Expected a backup of the departments ${departments.join(', ')}.`,
    );
  }
  await checkBackup(manifest, directory);
  const { dataDirectory } = registerConfig(departments);
  const registers = await openRegisters({ departments, exclusive: true });
  try {
    for (const department of departments) await checkEmpty(registers.connectionString(department), department);
    restoreKeys(manifest, directory, dataDirectory, passphrase);
    for (const [department, kept] of Object.entries(manifest.departments)) {
      await restoreDepartment(kept, {
        department,
        connectionString: registers.connectionString(department),
        directory,
        progress: ({ what, rows }) => rows > 0 && console.error(`  ${String(rows).padStart(9)}  ${what}`),
      });
      await restoreBeside(kept, department, directory, dataDirectory);
    }
    const entries = await checkLedger(registers.connectionString(LINK_DEPARTMENT), dataDirectory, manifest.madeAt);
    console.log(`✓ The ledger is whole: ${entries} entries (账本完好)`);
    console.log(`✓ Restored as of ${manifest.madeAt} (已恢复至备份时刻). Start it (启动): npm start`);
  } finally {
    await registers.close();
  }
}

async function checkLedger(connectionString: string, dataDirectory: string, madeAt: string): Promise<number> {
  const hub = openDatabase(connectionString);
  try {
    return await checkRestoredLedger(hub, dataDirectory, { actor: userInfo().username, madeAt });
  } finally {
    await hub.close();
  }
}
