import { type DocumentNode, Kind, parse } from 'graphql';
import { argumentOf, subgraphNames } from '../plan/join-directives.ts';
import { SupergraphRefused } from './supergraph-refused.ts';

/**
 * Reads where each subgraph of a supergraph answers (`@join__graph(name:, url:)`), by its name.
 * Throws SUPERGRAPH_UNPARSABLE, SUPERGRAPH_NOT_COMPOSED or SUPERGRAPH_URL_INVALID.
 */
export function subgraphUrls(supergraph: string): Map<string, URL> {
  const { definitions } = parsed(supergraph);
  const names = subgraphNames(definitions);
  if (names.size === 0) {
    throw new SupergraphRefused(
      'SUPERGRAPH_NOT_COMPOSED',
      'Expected a composed supergraph with an enum join__Graph that lists its subgraphs, found none.',
    );
  }
  const urls = new Map<string, URL>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') continue;
    for (const { name, directives } of definition.values ?? []) {
      const graph = directives?.find((directive) => directive.name.value === 'join__graph');
      const subgraph = names.get(name.value) ?? name.value;
      urls.set(subgraph, httpUrl(subgraph, graph && argumentOf(graph, 'url')));
    }
  }
  return urls;
}

function parsed(supergraph: string): DocumentNode {
  try {
    return parse(supergraph, { noLocation: true });
  } catch (fault) {
    throw new SupergraphRefused(
      'SUPERGRAPH_UNPARSABLE',
      `Expected a supergraph in GraphQL SDL: ${(fault as Error).message}`,
      fault,
    );
  }
}

function httpUrl(subgraph: string, url: unknown): URL {
  const read = typeof url === 'string' && URL.canParse(url) ? new URL(url) : undefined;
  if (read?.protocol === 'http:' || read?.protocol === 'https:') return read;
  throw new SupergraphRefused(
    'SUPERGRAPH_URL_INVALID',
    `Expected @join__graph of ${subgraph} to give a URL that starts with http:// or https://.`,
  );
}
