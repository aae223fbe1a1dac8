import { layoutsOf } from '../../../schema/extracts/discover-layouts.ts';
import { importExtract } from '../../../schema/extracts/import-extract.ts';
import { MemoryLinkRegister } from '../../../schema/extracts/tests/sample/memory-link-register.ts';
import { prepareRegister } from '../../../schema/load-subgraph.ts';
import { openDatabase } from '../../../schema/register/database.ts';
import { SCRATCH_KEYS } from '../../../schema/register/tests/scratch-keys.ts';

/** Imports a file (arguments: connection string, data directory, path) and says how far it is, to be killed. */
const [connectionString, dataDirectory, file] = process.argv.slice(2) as [string, string, string];
const department = 'medical-insurance';
const database = openDatabase(connectionString, { sealKeys: SCRATCH_KEYS });
await prepareRegister(department, database, dataDirectory);
await importExtract({
  department,
  layouts: await layoutsOf(department),
  database,
  link: new MemoryLinkRegister(),
  file,
  progress: (read, total) => process.stdout.write(`${read}/${total}\n`),
});
