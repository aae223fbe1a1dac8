import { departmentNames } from '../../schema/departments.ts';
import { openAnswerKeys } from '../../schema/kit/answer-keys.ts';
import { inProcessSubgraph } from '../../schema/kit/in-process-subgraph.ts';
import { openPairRing } from '../../schema/kit/keys/pair-ring.ts';
import { openSecretRing } from '../../schema/kit/keys/secret-ring.ts';
import { prepareFigures } from '../../schema/kit/people-figures/people-table.ts';
import { VIEWER_KEY_USE } from '../../schema/kit/signed-viewer.ts';
import { loadSubgraph } from '../../schema/load-subgraph.ts';
import type { OpenRegisters } from '../../schema/register/open-databases.ts';
import type { GatewayConfig } from '../config.ts';
import { faultName, logger } from '../log.ts';
import { showCircuit } from '../observe/gauges.ts';
import type { Subgraph } from '../plan/compose.ts';
import { createCheckAnswer } from '../transport/check-answer.ts';
import type { Circuit } from '../transport/guard.ts';
import { httpTransport } from '../transport/http.ts';
import { inProcessTransport } from '../transport/in-process.ts';
import { createSignViewer } from '../transport/sign-viewer.ts';
import type { Transport } from '../transport/transport.ts';

/** A department as the gateway knows it: its part of the graph, and the way to it. */
export interface Department {
  readonly subgraph: Subgraph;
  readonly transport: Transport;
  /** Resolves when its figures of people can be told at once. */
  readonly figures: Promise<void>;
}

/** Loads every department into this process, but for those that run apart: of these, what they add to the graph alone. */
export async function setUpDepartments(
  registers: OpenRegisters,
  dataDirectory: string,
  { departmentUrls, transport: limits, signedAnswers }: GatewayConfig,
): Promise<Department[]> {
  const cursorKeys = openSecretRing(dataDirectory, 'cursor');
  const signViewer = createSignViewer(openPairRing(dataDirectory, VIEWER_KEY_USE));
  return Promise.all(
    departmentNames().map(async (name) => {
      const subgraph = await loadSubgraph(name);
      const { typeDefs, admits } = subgraph;
      const url = departmentUrls.get(name);
      if (url) {
        showCircuit(name, 'closed');
        const onCircuit = (circuit: Circuit) => {
          showCircuit(name, circuit);
          logger.warn({ department: name, circuit }, 'department');
        };
        const checkAnswer = createCheckAnswer(name, openAnswerKeys(dataDirectory, name), signedAnswers);
        const transport = httpTransport({ department: name, url, admits, signViewer, limits, checkAnswer, onCircuit });
        return { subgraph: { name, url, typeDefs }, transport, figures: Promise.resolve() };
      }
      const onFault = (fault: unknown) => logger.error({ department: name, fault: faultName(fault) }, 'register fault');
      const inProcess = inProcessSubgraph(name, subgraph, registers.database(name), cursorKeys, onFault);
      const figures = prepareFigures(name, registers.database(name)).catch(onFault);
      return { subgraph: { name, typeDefs }, transport: inProcessTransport(inProcess), figures };
    }),
  );
}
