import { inProcessSubgraph } from '../../schema/kit/in-process-subgraph.ts';
import { openKeyFile } from '../../schema/kit/key-file.ts';
import { loadSubgraph } from '../../schema/load-subgraph.ts';
import type { OpenRegisters } from '../../schema/register/open-databases.ts';
import type { Subgraph } from '../plan/compose.ts';
import { inProcessTransport } from '../transport/in-process.ts';
import type { Transport } from '../transport/transport.ts';
import { logger } from '../log.ts';

/** A department as the gateway knows it: its part of the graph, and the way to it. */
export interface Department {
  readonly subgraph: Subgraph;
  readonly transport: Transport;
}

/** Loads every department into this process. */
export async function setUpDepartments(registers: OpenRegisters, dataDirectory: string): Promise<Department[]> {
  const cursorKey = openKeyFile(dataDirectory, 'cursor');
  return Promise.all(
    [...registers.databases].map(async ([name, database]) => {
      const subgraph = await loadSubgraph(name);
      const onFault = (fault: unknown) => logger.error({ department: name, fault: faultName(fault) }, 'register fault');
      return {
        subgraph: { name, typeDefs: subgraph.typeDefs },
        transport: inProcessTransport(inProcessSubgraph(name, subgraph, database, cursorKey, onFault)),
      };
    }),
  );
}

/** What may be logged of a fault: its kind and code, never its text, which may quote a row. */
function faultName(fault: unknown): string {
  const { name = 'Error', code } = fault as { name?: string; code?: string };
  return code ? `${name} ${code}` : name;
}
