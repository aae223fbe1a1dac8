import { type OpenRegisters, openDatabases } from '../../schema/register/open-databases.ts';

/** Starts PostgreSQL where it is needed and brings every department's register up to date. */
export const setUpRegisters = (): Promise<OpenRegisters> => openDatabases({ exclusive: true });
