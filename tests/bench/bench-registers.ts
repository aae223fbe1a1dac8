import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { departmentNames } from '../../schema/departments.ts';
import { registerConfig } from '../../schema/register/config.ts';
import { openEmbeddedPostgres } from '../../schema/register/embedded-postgres.ts';
import { type OpenRegisters, openDatabases } from '../../schema/register/open-databases.ts';

/** The registers of a data directory, beside a hub that uses them or alone. */
export interface BenchRegisters extends OpenRegisters {
  readonly dataDirectory: string;
  /** The first process of their server. */
  readonly postmaster: number;
}

/** Where the registers of a scale are kept below a folder. */
export const dataDirectoryOf = (folder: string, scale: number): string => join(folder, `scale-${scale}`);

/** What the hub's processes are told too, see `startHub`. */
const NO_QUOTA = '100000';

/** Opens, or makes, the registers of a data directory. */
export async function openBenchRegisters(dataDirectory: string): Promise<BenchRegisters> {
  process.env['MEDICAL_INSURANCE_SYSTEM_CALLS_PER_SECOND'] ??= NO_QUOTA;
  mkdirSync(dataDirectory, { recursive: true });
  const config = registerConfig(departmentNames(), { HUB_DATA: dataDirectory });
  const server = await openEmbeddedPostgres(config.dataDirectory);
  const registers = await openDatabases({ config });
  return {
    ...registers,
    dataDirectory,
    postmaster: server.pid,
    async close() {
      await registers.close();
      await server.close();
    },
  };
}
