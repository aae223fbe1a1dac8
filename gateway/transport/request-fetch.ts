import type { Viewer } from '../../schema/kit/viewer.ts';
import type { SubgraphAnswer, SubgraphFetch } from '../execute/subgraph-fetch.ts';
import type { Transport } from './transport.ts';

/** What a department let out in one request. */
export interface DepartmentDisclosure {
  readonly department: string;
  readonly fields: string;
  readonly persons: readonly string[];
}

/** One request's way to all departments, and what they let out on it. */
export interface RequestFetch {
  readonly fetch: SubgraphFetch;
  /** Everything disclosed so far. */
  disclosures(): DepartmentDisclosure[];
}

interface DisclosureExtensions {
  readonly disclosed?: readonly { readonly fields: string; readonly persons: readonly string[] }[];
  readonly admitted?: readonly string[];
}

/**
 * Fetches on behalf of a viewer. What one department admits (the parties of a visible matter) is told to those asked
 * after it; what each discloses is kept for the ledger.
 */
export function requestFetch(
  transports: ReadonlyMap<string, Transport>,
  viewer: Viewer,
  signal?: AbortSignal,
): RequestFetch {
  const disclosures: DepartmentDisclosure[] = [];
  let current = viewer;
  const note = (department: string, answer: SubgraphAnswer): SubgraphAnswer => {
    const { disclosed = [], admitted = [] } = (answer.extensions ?? {}) as DisclosureExtensions;
    for (const { fields, persons } of disclosed) disclosures.push({ department, fields, persons });
    if (admitted.length > 0) current = { ...current, admitted: [...new Set([...current.admitted, ...admitted])] };
    return answer;
  };
  return {
    disclosures: () => disclosures,
    async fetch(department, request) {
      const transport = transports.get(department);
      if (!transport) throw new Error(`Expected a transport to ${department}.`);
      return note(department, await transport.send(request, current, signal));
    },
  };
}
