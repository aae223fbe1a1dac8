import { openDatabase } from '../../register/database.ts';
import { SCRATCH_KEYS } from '../../register/tests/scratch-keys.ts';
import { importExtract } from '../import-extract.ts';
import { sampleLayouts } from './sample/layouts.ts';
import { MemoryLinkRegister } from './sample/memory-link-register.ts';

/** Imports a file (arguments: connection string, path) and says how far it is, for a test that kills it. */
const [connectionString, file] = process.argv.slice(2) as [string, string];
await importExtract({
  department: 'civil-affairs',
  layouts: sampleLayouts,
  database: openDatabase(connectionString, { sealKeys: SCRATCH_KEYS }),
  link: new MemoryLinkRegister(),
  file,
  progress: (read, total) => process.stdout.write(`${read}/${total}\n`),
});
