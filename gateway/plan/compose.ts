import { composeServices } from '@theguild/federation-composition';
import { type DocumentNode, parse } from 'graphql';
import { withExternalInterfaceFields } from './external-interface-fields.ts';

/** One department's part of the graph. */
export interface Subgraph {
  readonly name: string;
  readonly url?: string;
  readonly typeDefs: DocumentNode | string;
}

/** Thrown when subgraphs do not compose; `faults` holds every reason, in the composition's own words. */
export class CompositionError extends Error {
  readonly code = 'COMPOSITION_FAILED';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(
      `Expected subgraphs that compose, found ${faults.length} fault(s):\n${faults.map((f) => `- ${f}`).join('\n')}`,
    );
    this.name = 'CompositionError';
    this.faults = faults;
  }
}

/**
 * Composes subgraphs into one supergraph SDL (Apollo Federation 2).
 * The same subgraphs give the same text whatever order they come in. Throws a CompositionError that lists all faults.
 */
export function composeSupergraph(subgraphs: readonly Subgraph[]): string {
  const services = subgraphs
    .toSorted((left, right) => (left.name < right.name ? -1 : 1))
    .map(({ name, url, typeDefs }) => ({
      name,
      url: url ?? `inprocess://${name}`,
      typeDefs: typeof typeDefs === 'string' ? parse(typeDefs) : typeDefs,
    }));
  const result = composeServices(services);
  if (result.supergraphSdl === undefined) {
    throw new CompositionError((result.errors ?? []).map((error) => error.message));
  }
  return withExternalInterfaceFields(result.supergraphSdl, services);
}
