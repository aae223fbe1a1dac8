import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { validate } from 'uuid';
import { departmentNames } from '../schema/departments.ts';
import { quarantineCounts, writeQuarantine } from '../schema/extracts/quarantine.ts';
import type { Database } from '../schema/register/database.ts';
import { openDatabases } from '../schema/register/open-databases.ts';

const batchId = (text: string): string => {
  if (!validate(text))
    throw new InvalidArgumentError('Expected the id of a batch, as the import printed it (应为批次号).');
  return text;
};

const command = new Command('quarantine')
  .description(
    'Tells why rows of a department were set aside, and hands them back for correction (查看、导出隔离数据).',
  )
  .argument('<department>', 'folder name of the department, such as civil-affairs (部门)')
  .option('--batch <id>', 'only this batch (仅此批次)', batchId)
  .option(
    '--out <file>',
    'write the rows as they came, with line and reason, to a new CSV (导出原始行，不覆盖已有文件)',
  )
  .parse();
const [department] = command.processedArgs as [string];
const { batch = null, out } = command.opts<{ batch?: string; out?: string }>();

if (!departmentNames().includes(department)) {
  command.error(
    `No department is called "${department}": expected one of ${departmentNames().join(', ')} (部门不存在).`,
  );
}
const registers = await openDatabases({ departments: [department] });
try {
  const database = registers.database(department);
  const counts = await quarantineCounts(database, batch);
  if (counts.length === 0) console.log('Nothing is quarantined (无隔离数据).');
  for (const [index, count] of counts.entries()) {
    if (count.batchId !== counts[index - 1]?.batchId) {
      console.log(`${count.file}: ${count.layout}, batch ${count.batchId} (批次)`);
    }
    console.log(`  ${String(count.rows).padStart(8)}  ${count.reason}  ${count.columnHeader ?? ''}`.trimEnd());
  }
  if (out !== undefined) await handBack(database, out);
} finally {
  await registers.close();
}

async function handBack(database: Database, file: string): Promise<void> {
  try {
    const written = await writeQuarantine(database, batch, resolve(file));
    console.log(`${written} rows written to ${file}; they hold personal data (含个人信息，请妥善保管).`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    console.error(`Expected a new file; ${file} is there already (文件已存在，不覆盖).`);
    process.exitCode = 1;
  }
}
