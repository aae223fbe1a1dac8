import { departmentNames } from '../../schema/departments.ts';
import { type OpenRegisters, openDatabases } from '../../schema/register/open-databases.ts';
import type { GatewayConfig } from '../config.ts';

/** Starts PostgreSQL where it is needed and brings the register of every department that runs here up to date. */
export const setUpRegisters = ({ departmentUrls }: GatewayConfig): Promise<OpenRegisters> =>
  openDatabases({
    exclusive: true,
    departments: departmentNames().filter((department) => !departmentUrls.has(department)),
  });
