import { unanswered } from './department-failure.ts';
import { SlowCircuit, type SlowCircuitOptions } from './slow-circuit.ts';
import type { Transport, TransportRequest } from './transport.ts';
import type { UsualPace } from './usual-pace.ts';

/** A fetch of facets that hang on what another department told; the rest of the answer does without them. */
const asksForFacets = ({ kind, document }: TransportRequest): boolean =>
  kind === 'query' && document.includes('_entities(');

/**
 * Keeps requests from waiting, one after the other, for a department that answers slowly. After two slow answers in a
 * row its facets are SOURCE_UNAVAILABLE at once, but for one request now and then that tries it. A question that is asked
 * of the department itself always waits for it, until the deadline: there is nothing else to answer it with.
 */
export function leaveSlowAlone(
  transport: Transport,
  pace: UsualPace,
  options: Omit<SlowCircuitOptions, 'othersMs'>,
): Transport {
  const { department } = transport;
  const circuit = new SlowCircuit({ ...options, othersMs: () => pace.ofOthersThan(department) });
  return {
    ...transport,
    async send(request, viewer, signal) {
      if (!asksForFacets(request)) return transport.send(request, viewer, signal);
      const asked = circuit.admit(performance.now());
      if (!asked) throw unanswered(`${department} is not asked now: its last answers took too long.`);
      try {
        return await transport.send(request, viewer, signal);
      } finally {
        const now = performance.now();
        pace.note(department, now - asked.at);
        circuit.ended(asked, now, signal?.aborted ?? false);
      }
    },
  };
}
