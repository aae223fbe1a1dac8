import type { InProcessSubgraph } from '../../schema/kit/in-process-subgraph.ts';
import type { Transport } from './transport.ts';

/** Reaches a department that runs in this process. */
export const inProcessTransport = (subgraph: InProcessSubgraph): Transport => ({
  department: subgraph.name,
  send: ({ document, operationName, variables, event }, viewer) =>
    subgraph.execute({ document, operationName, variables, viewer, event }),
  subscribe: ({ document, operationName, variables }, viewer) =>
    subgraph.subscribe({ document, operationName, variables, viewer }),
});
