import type { SourceEvent } from '../../schema/kit/event-queue.ts';
import type { SignedAnswer } from '../../schema/kit/signed-answer.ts';
import type { Viewer } from '../../schema/kit/viewer.ts';
import type { SubgraphAnswer, SubgraphFetch, SubgraphRequest } from '../execute/subgraph-fetch.ts';
import { observeFetch } from '../observe/observe-fetch.ts';
import type { RequestRecord } from '../observe/request-record.ts';
import { DepartmentFailure } from './department-failure.ts';
import { InFlight } from './in-flight.ts';
import type { ToldDisclosures } from './told-disclosures.ts';
import type { Transport, TransportAnswer, TransportRequest } from './transport.ts';

/** What a department let out in one request. */
export interface DepartmentDisclosure {
  readonly department: string;
  readonly fields: string;
  readonly persons: readonly string[];
  /** The department's word for the answer that let it out, where it runs apart and signs what it says. */
  readonly answer?: SignedAnswer | undefined;
}

/** One request's way to all departments, and what they let out on it. */
export interface RequestFetch {
  readonly fetch: SubgraphFetch;
  /** Everything disclosed so far. */
  disclosures(): DepartmentDisclosure[];
  /** The departments asked so far, each with the milliseconds that its slowest fetch took, or has been under way. */
  latencies(): ReadonlyMap<string, number>;
}

/**
 * Fetches on behalf of a viewer. What one department admits (the parties of a visible matter) is told to those asked
 * after it; what each discloses is kept for the ledger. A department that fails answers with an error that says so.
 * A subscription is answered for one event.
 */
export function requestFetch(
  transports: ReadonlyMap<string, Transport>,
  viewer: Viewer,
  signal?: AbortSignal,
  event?: SourceEvent,
  record?: RequestRecord,
): RequestFetch {
  const disclosures: DepartmentDisclosure[] = [];
  const fetches: { readonly department: string; readonly start: number; end?: number }[] = [];
  const inFlight = new InFlight();
  let current = viewer;
  const note = (department: string, answer: TransportAnswer): SubgraphAnswer => {
    const { disclosed, admitted } = (answer.extensions ?? {}) as ToldDisclosures;
    for (const { fields, persons } of disclosed ?? []) {
      disclosures.push({ department, fields, persons, ...(answer.signed && { answer: answer.signed }) });
    }
    if (admitted?.length) current = { ...current, admitted: [...new Set([...current.admitted, ...admitted])] };
    return answer;
  };
  return {
    disclosures: () => disclosures,
    latencies() {
      const slowest = new Map<string, number>();
      for (const { department, start, end = performance.now() } of fetches) {
        slowest.set(department, Math.max(slowest.get(department) ?? 0, end - start));
      }
      return slowest;
    },
    fetch(department, request) {
      const transport = transports.get(department);
      if (!transport) throw new Error(`Expected a transport to ${department}.`);
      const viewerNow = current;
      return inFlight.share(department, request, viewerNow, async () => {
        const fetched: (typeof fetches)[number] = { department, start: performance.now() };
        fetches.push(fetched);
        try {
          const send = () => transport.send(withEvent(request, event), viewerNow, signal);
          return note(department, await observeFetch({ department, kind: request.kind, record }, send));
        } catch (fault) {
          if (fault instanceof DepartmentFailure) return failed(fault);
          throw fault;
        } finally {
          fetched.end = performance.now();
        }
      });
    },
  };
}

const withEvent = (request: SubgraphRequest, event: SourceEvent | undefined): TransportRequest =>
  event && request.kind === 'subscription' ? { ...request, event } : request;

/** A GraphQL answer that costs exactly the facets that were asked of the department. */
const failed = ({ message, extensions }: DepartmentFailure): SubgraphAnswer => ({
  data: null,
  errors: [{ message, extensions: { ...extensions } }],
});
