import type { Viewer } from '../../schema/kit/viewer.ts';
import type { SubgraphAnswer, SubgraphRequest } from '../execute/subgraph-fetch.ts';

/** The way to one department's subgraph: a function call in this process, or HTTP to another. */
export interface Transport {
  readonly department: string;
  /** Sends one fetch on behalf of a viewer; rejects where the department cannot be reached. */
  send(request: SubgraphRequest, viewer: Viewer, signal?: AbortSignal): Promise<SubgraphAnswer>;
}
