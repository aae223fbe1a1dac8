import type { SourceEvent } from '../../schema/kit/event-queue.ts';
import type { SignedAnswer } from '../../schema/kit/signed-answer.ts';
import type { Viewer } from '../../schema/kit/viewer.ts';
import type { SubgraphAnswer, SubgraphRequest } from '../execute/subgraph-fetch.ts';

/** One fetch on its way to a department. */
export interface TransportRequest extends SubgraphRequest {
  /** The event that a subscription is executed for. */
  readonly event?: SourceEvent | undefined;
}

/** What a department answers. */
export interface TransportAnswer extends SubgraphAnswer {
  /** Its word for it, where it runs apart and signs what it says. */
  readonly signed?: SignedAnswer | undefined;
}

/** The way to one department's subgraph: a function call in this process, or HTTP to another. */
export interface Transport {
  readonly department: string;
  /** Sends one fetch on behalf of a viewer; rejects where the department cannot be reached. */
  send(request: TransportRequest, viewer: Viewer, signal?: AbortSignal): Promise<TransportAnswer>;
  /**
   * Opens the events of a subscription; rejects where the department refuses it, cannot be reached or has none. The
   * signal is about the opening alone; whoever reads the events ends them.
   */
  subscribe(
    request: SubgraphRequest,
    viewer: Viewer,
    signal?: AbortSignal,
  ): Promise<AsyncIterableIterator<SourceEvent>>;
}
