import { mkdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { v7 as uuidv7, validate } from 'uuid';
import { departmentNames } from '../schema/departments.ts';
import { quarantineCounts, writeQuarantine } from '../schema/extracts/quarantine.ts';
import { instantText } from '../schema/kit/calendar/day.ts';
import type { DisclosureDraft } from '../schema/ledger/drafts.ts';
import { ledgerIn } from '../schema/ledger/ledger.ts';
import { registerConfig } from '../schema/register/config.ts';
import type { Database } from '../schema/register/database.ts';
import { openDatabases } from '../schema/register/open-databases.ts';

/** Whose database keeps the ledger. */
const LEDGER_DEPARTMENT = 'hub';

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
    'where to write the rows as they came, with line and reason; never over a file that is there (导出文件，不覆盖已有文件)',
  )
  .option('--list', 'tell the reasons and write nothing (仅列出原因)')
  .addHelpText(
    'after',
    '\nWithout --out the rows go to quarantine/ in the data directory (默认写入数据目录的 quarantine/).' +
      '\nOnly their writer can read them: mode 0600 (仅本人可读).',
  )
  .parse();
const [department] = command.processedArgs as [string];
const { batch = null, list = false, out } = command.opts<{ batch?: string; list?: boolean; out?: string }>();

if (!departmentNames().includes(department)) {
  command.error(
    `No department is called "${department}": expected one of ${departmentNames().join(', ')} (部门不存在).`,
  );
}
const registers = await openDatabases({ departments: [department, LEDGER_DEPARTMENT] });
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
  if (counts.length > 0 && !list) await handBack(database, resolve(out ?? dataFile(department)));
} finally {
  await registers.close();
}

/** A new file in the data directory, named by department and time. */
function dataFile(name: string): string {
  const time = instantText(new Date()).slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
  return join(registerConfig().dataDirectory, 'quarantine', `${name}-${time}.csv`);
}

/** Enters in the ledger that the rows are handed out, before they are: what cannot be entered is not written. */
async function enter(): Promise<void> {
  const read: DisclosureDraft = {
    requestId: uuidv7(),
    client: 'npm run quarantine',
    user: userInfo().username,
    organization: null,
    department,
    purpose: 'data-quality',
    caseNumber: null,
    // Whom the rows name is not known: that is why many of them are here.
    persons: [],
    fields: [batch === null ? 'quarantine' : `quarantine/${batch}`],
    breakGlass: false,
    answer: null,
  };
  await ledgerIn(registers.database(LEDGER_DEPARTMENT)).disclose([read]);
}

async function handBack(database: Database, file: string): Promise<void> {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    await enter();
    const written = await writeQuarantine(database, batch, file);
    console.log(`${written} rows written to ${file}; they hold personal data (含个人信息，请妥善保管).`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    console.error(`Expected a new file; ${file} is there already (文件已存在，不覆盖).`);
    process.exitCode = 1;
  }
}
