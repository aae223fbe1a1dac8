import { departmentNames } from '../../schema/departments.ts';
import { type OpenRegisters, openDatabases } from '../../schema/register/open-databases.ts';
import type { GatewayConfig } from '../config.ts';

/** How this process uses the registers. */
export interface RegisterUse {
  /** Whether another hub may serve the same registers; otherwise a second one is refused. */
  readonly shared: boolean;
  /** The most connections for writes to each department's database; the databases' own default unless told. */
  readonly connections?: number | undefined;
}

/** Starts PostgreSQL where it is needed and brings the register of every department that runs here up to date. */
export const setUpRegisters = (
  { departmentUrls }: GatewayConfig,
  { shared, connections }: RegisterUse,
): Promise<OpenRegisters> =>
  openDatabases({
    exclusive: !shared,
    connections,
    departments: departmentNames().filter((department) => !departmentUrls.has(department)),
  });
