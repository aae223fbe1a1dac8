import { GraphQLError } from 'graphql';

/**
 * The error of a scalar value that is not what was expected. A birth date is personal, so what came is told by its type
 * alone; as a GraphQLError the text reaches the caller without graphql-js adding the value to it.
 */
export function invalidScalar(expected: string, value: unknown): GraphQLError {
  const came = value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`;
  const message = `Expected ${expected}; what came was ${came === 'a object' ? 'an object' : came} that is not one.`;
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
