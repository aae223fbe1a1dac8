import { GraphQLError } from 'graphql';
import { IdentityProviderUnavailable } from '../access/issuers/token-issuer.ts';
import { Unauthenticated } from '../access/unauthenticated.ts';
import { DepartmentFailure } from '../transport/department-failure.ts';

/** Why a stream ends although the client did not ask. */
export const streamError = (code: string, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code } });

/** The client reads slower than things change. */
export const tooSlow = (limit: number): GraphQLError =>
  streamError('SUBSCRIBER_TOO_SLOW', `Expected at most ${limit} changes to wait; subscribe again and read anew.`);

/** The hub stops. */
export const stopping = (): GraphQLError => streamError('HUB_STOPPING', 'The hub stops; subscribe again.');

/** A fault that no client is told more of. */
export const brokenDown = (): GraphQLError => streamError('INTERNAL_SERVER_ERROR', 'The hub could not answer.');

/** The error that a client is told for a fault: one that was written for clients, and nothing of any other. */
export function toldError(fault: unknown, onFault: (fault: unknown) => void): GraphQLError {
  if (fault instanceof GraphQLError && fault.extensions.code) return fault;
  const isTold = [Unauthenticated, IdentityProviderUnavailable, DepartmentFailure].some(
    (kind) => fault instanceof kind,
  );
  if (isTold) {
    const { code, message } = fault as DepartmentFailure;
    return streamError(code, message);
  }
  onFault(fault);
  return brokenDown();
}
