import { departmentNames } from '../../schema/departments.ts';
import { inProcessSubgraph } from '../../schema/kit/in-process-subgraph.ts';
import { openSecretRing } from '../../schema/kit/keys/secret-ring.ts';
import { prepareFigures } from '../../schema/kit/people-figures/people-table.ts';
import { openViewerSigningKey } from '../../schema/kit/viewer-keys.ts';
import { loadSubgraph } from '../../schema/load-subgraph.ts';
import type { OpenRegisters } from '../../schema/register/open-databases.ts';
import type { GatewayConfig } from '../config.ts';
import { faultName, logger } from '../log.ts';
import { showCircuit } from '../observe/gauges.ts';
import type { Subgraph } from '../plan/compose.ts';
import type { Circuit } from '../transport/guard.ts';
import { httpTransport } from '../transport/http.ts';
import { inProcessTransport } from '../transport/in-process.ts';
import { createSignViewer } from '../transport/sign-viewer.ts';
import type { Transport } from '../transport/transport.ts';

/** A department as the gateway knows it: its part of the graph, and the way to it. */
export interface Department {
  readonly subgraph: Subgraph;
  readonly transport: Transport;
}

/** Loads every department into this process, but for those that run apart: of these, what they add to the graph alone. */
export async function setUpDepartments(
  registers: OpenRegisters,
  dataDirectory: string,
  { departmentUrls, transport: limits }: GatewayConfig,
): Promise<Department[]> {
  const cursorKeys = openSecretRing(dataDirectory, 'cursor');
  const signViewer = createSignViewer(await openViewerSigningKey(dataDirectory));
  return Promise.all(
    departmentNames().map(async (name) => {
      const subgraph = await loadSubgraph(name);
      const { typeDefs } = subgraph;
      const url = departmentUrls.get(name);
      if (url) {
        showCircuit(name, 'closed');
        const onCircuit = (circuit: Circuit) => {
          showCircuit(name, circuit);
          logger.warn({ department: name, circuit }, 'department');
        };
        const transport = httpTransport({ department: name, url, signViewer, limits, onCircuit });
        return { subgraph: { name, url, typeDefs }, transport };
      }
      const onFault = (fault: unknown) => logger.error({ department: name, fault: faultName(fault) }, 'register fault');
      const inProcess = inProcessSubgraph(name, subgraph, registers.database(name), cursorKeys, onFault);
      prepareFigures(name, registers.database(name)).catch(onFault);
      return { subgraph: { name, typeDefs }, transport: inProcessTransport(inProcess) };
    }),
  );
}
