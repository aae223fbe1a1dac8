import { isDeepStrictEqual } from 'node:util';
import type { Viewer } from '../../schema/kit/viewer.ts';
import type { SubgraphAnswer, SubgraphRequest } from '../execute/subgraph-fetch.ts';

interface Pending {
  readonly department: string;
  readonly request: SubgraphRequest;
  readonly viewer: Viewer;
  readonly answer: Promise<SubgraphAnswer>;
}

/**
 * Shares the answer of a query that is under way with whoever asks the same of the same department for the same viewer.
 * One instance a request: nothing is ever shared between viewers, purposes or requests.
 */
export class InFlight {
  private readonly pending: Pending[] = [];

  /** Sends a request, or waits for the same one that is already under way; each caller gets an answer of its own. */
  share(
    department: string,
    request: SubgraphRequest,
    viewer: Viewer,
    send: () => Promise<SubgraphAnswer>,
  ): Promise<SubgraphAnswer> {
    if (request.kind !== 'query') return send();
    const same = this.pending.find(
      (other) =>
        other.department === department &&
        other.viewer === viewer &&
        other.request.document === request.document &&
        other.request.operationName === request.operationName &&
        isDeepStrictEqual(other.request.variables, request.variables),
    );
    // Whoever asked merges into the data that it is handed.
    if (same) return same.answer.then((answer) => ({ ...answer, data: structuredClone(answer.data) }));
    return this.send({ department, request, viewer }, send);
  }

  private async send(asked: Omit<Pending, 'answer'>, send: () => Promise<SubgraphAnswer>): Promise<SubgraphAnswer> {
    const pending = { ...asked, answer: send() };
    this.pending.push(pending);
    try {
      return await pending.answer;
    } finally {
      this.pending.splice(this.pending.indexOf(pending), 1);
    }
  }
}
