import { basename } from 'node:path';
import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import { departmentNames } from '../schema/departments.ts';
import { layoutsOf } from '../schema/extracts/discover-layouts.ts';
import { followPopulation } from '../schema/extracts/follow-population.ts';
import { importExtract } from '../schema/extracts/import-extract.ts';
import { ImportRefused } from '../schema/extracts/import-refused.ts';
import { importReport } from '../schema/extracts/import-report.ts';
import type { LinkRegister } from '../schema/extracts/link-register.ts';
import { LINK_DEPARTMENT, openLinkRegister } from '../schema/extracts/open-link-register.ts';
import { sortByLayout } from '../schema/extracts/sort-by-layout.ts';
import { registerConfig } from '../schema/register/config.ts';
import { type OpenRegisters, openDatabases } from '../schema/register/open-databases.ts';

const command = new Command('import')
  .description(
    "Takes a department's extracts into its register: each file whole or not at all (导入部门数据文件，整批入库或整批退回).",
  )
  .argument('<department>', 'folder name of the department, such as civil-affairs (部门)')
  .argument('<files...>', 'CSV files in UTF-8 or GB18030, in any order (数据文件，顺序不限)')
  .addHelpText(
    'after',
    '\nRows that cannot be accepted are set aside; see npm run quarantine (不合格的行进入隔离区，见 npm run quarantine).' +
      '\nEnds with 1 where a file was refused (有文件被退回时退出码为 1).',
  )
  .parse();
const [department, files] = command.processedArgs as [string, string[]];

if (!departmentNames().includes(department)) {
  command.error(
    `No department is called "${department}": expected one of ${departmentNames().join(', ')} (部门不存在).`,
  );
}
const layouts = await layoutsOf(department);
const registers = await openDatabases();
try {
  const link = await openLinkRegister(registers.database(LINK_DEPARTMENT), registerConfig().dataDirectory);
  let population = false;
  for (const file of await sortByLayout(files, department, layouts)) {
    const layout = await importFile(file, link);
    population ||= layouts.some(({ name, population: tells }) => tells !== undefined && name === layout);
  }
  if (population) await follow(registers, link);
} finally {
  await registers.close();
}

/** Takes one file in, reports on it, and answers its layout; null where nothing came in. */
async function importFile(file: string, link: LinkRegister): Promise<string | null> {
  const bar = new SingleBar({
    format: `${basename(file)} [{bar}] {percentage}% {eta_formatted}`,
    stream: process.stderr,
    noTTYOutput: false,
    clearOnComplete: true,
  });
  try {
    const outcome = await importExtract({
      department,
      layouts,
      database: registers.database(department),
      link,
      file,
      progress: (read, total) => (bar.isActive ? bar.update(read) : bar.start(total, read)),
    });
    bar.stop();
    console.log(importReport(file, outcome));
    return outcome.kind === 'imported' ? outcome.summary.layout : null;
  } catch (error) {
    bar.stop();
    if (!(error instanceof ImportRefused)) throw error;
    console.error(`${basename(file)}: refused (退回) ${error.code}: ${error.message}`);
    process.exitCode = 1;
    return null;
  }
}

async function follow({ databases }: OpenRegisters, link: LinkRegister): Promise<void> {
  for (const [name, rows] of await followPopulation(databases, link)) {
    if (rows > 0) console.log(`${name}: ${rows} rows follow their people (随人更新)`);
  }
}
