import type { SubgraphAnswer, SubgraphError } from '../execute/subgraph-fetch.ts';

/** What GraphQL servers call a fault that they did not foresee. */
const UNFORESEEN = 'INTERNAL_SERVER_ERROR';

/**
 * An answer whose errors say no more than clients may hear: message, place and code. A fault that the department did not
 * foresee may quote a row in its message, so it is only said that there was one.
 */
export function withoutDetail(answer: SubgraphAnswer): SubgraphAnswer {
  const { errors } = answer as { readonly errors?: unknown };
  return Array.isArray(errors) ? { ...answer, errors: errors.filter(isError).map(told) } : answer;
}

type UncheckedError = Partial<Record<keyof SubgraphError, unknown>>;

const isError = (error: unknown): error is UncheckedError => typeof error === 'object' && error !== null;

function told({ message, path, extensions }: UncheckedError): SubgraphError {
  const { code = UNFORESEEN } = (extensions ?? {}) as { readonly code?: unknown };
  const place = Array.isArray(path) ? { path: path as (string | number)[] } : {};
  if (typeof code !== 'string' || code === UNFORESEEN || typeof message !== 'string') {
    return { message: 'The register could not answer.', ...place, extensions: { code: 'SOURCE_UNAVAILABLE' } };
  }
  return { message, ...place, extensions: { code } };
}
