import { LRUCache } from 'lru-cache';

export const JSON_TYPE = 'application/json';
const GRAPHQL_TYPE = 'application/graphql-response+json';

/** A media type of GraphQL over HTTP. */
export type MediaType = typeof JSON_TYPE | typeof GRAPHQL_TYPE;

const known = new LRUCache<string, { readonly type: MediaType | undefined }>({ max: 200 });

/**
 * The media type that an `Accept` header asks for (RFC 9110, section 12.5.1): of the two that GraphQL over HTTP has, the
 * one it weighs more, names more exactly or names first; undefined where it takes neither.
 */
export function mediaTypeFor(accept: string | undefined): MediaType | undefined {
  if (!accept || accept === '*/*') return JSON_TYPE;
  let found = known.get(accept);
  if (!found) known.set(accept, (found = { type: negotiate(accept) }));
  return found.type;
}

interface Range {
  readonly exactness: number;
  readonly weight: number;
  readonly position: number;
}

const EXACTNESS = new Map([
  ['*/*', 1],
  ['application/*', 2],
]);
const MOST_RANGES = 50;

function negotiate(accept: string): MediaType | undefined {
  const ranges = accept.toLowerCase().split(',', MOST_RANGES);
  const offers = ([JSON_TYPE, GRAPHQL_TYPE] as const).flatMap((type) => {
    const range = rangeOf(type, ranges);
    return range && range.weight > 0 ? [{ type, range }] : [];
  });
  offers.sort(
    ({ range: left }, { range: right }) =>
      right.weight - left.weight || right.exactness - left.exactness || left.position - right.position,
  );
  return offers[0]?.type;
}

/** The range that names a type most exactly. */
function rangeOf(type: MediaType, ranges: readonly string[]): Range | undefined {
  let best: Range | undefined;
  for (const [position, range] of ranges.entries()) {
    const [name = '', ...parameters] = range.split(';').map((part) => part.trim());
    const exactness = name === type ? 3 : (EXACTNESS.get(name) ?? 0);
    if (exactness === 0 || (best && best.exactness >= exactness)) continue;
    const weight = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1);
    best = { exactness, weight: Number.isNaN(weight) ? 1 : weight, position };
  }
  return best;
}
