import type { SourceLocation } from 'graphql';
import { IdentityProviderUnavailable } from '../access/issuers/token-issuer.ts';
import { DocumentInvalid } from '../access/limits/document-invalid.ts';
import { LimitExceeded } from '../access/limits/limit-exceeded.ts';
import { RateLimited } from '../access/limits/rate-limit.ts';
import { DocumentRefused } from '../access/trusted-documents/resolve-document.ts';
import { Unauthenticated } from '../access/unauthenticated.ts';
import { NoPlace } from '../live/places.ts';

/** A request that is answered without asking the hub; the message never repeats what came. */
export class Refusal extends Error {
  readonly status: number;
  readonly extensions: Readonly<{ code: string; [name: string]: unknown }>;
  readonly headers: Readonly<Record<string, string>>;
  readonly locations: readonly SourceLocation[] | undefined;
  /** Whether it is a GraphQL request all the same, which `application/json` answers with status 200. */
  readonly isRequestError: boolean;

  constructor(
    status: number,
    extensions: Refusal['extensions'],
    message: string,
    {
      headers = {},
      locations,
      isRequestError = false,
    }: Partial<Pick<Refusal, 'headers' | 'locations' | 'isRequestError'>> = {},
  ) {
    super(message);
    this.status = status;
    this.extensions = extensions;
    this.headers = headers;
    this.locations = locations;
    this.isRequestError = isRequestError;
  }
}

/** What a fault tells the client; undefined for a fault of the hub itself. */
export function refusalOf(fault: unknown): Refusal | undefined {
  if (fault instanceof Refusal) return fault;
  if (fault instanceof Unauthenticated) {
    return new Refusal(401, { code: fault.code }, fault.message, { headers: { 'www-authenticate': fault.challenge } });
  }
  if (fault instanceof IdentityProviderUnavailable) {
    return new Refusal(503, { code: fault.code }, fault.message, { headers: { 'retry-after': '5' } });
  }
  if (fault instanceof RateLimited) {
    const headers = { 'retry-after': String(fault.retryAfterSeconds) };
    return new Refusal(429, { code: fault.code }, fault.message, { headers });
  }
  if (fault instanceof NoPlace) {
    const headers = { 'retry-after': '10' };
    return new Refusal(fault.code === 'SUBSCRIPTION_LIMIT' ? 429 : 503, { code: fault.code }, fault.message, {
      headers,
    });
  }
  if (fault instanceof LimitExceeded) {
    const { code, limit, found, message } = fault;
    return new Refusal(400, { code, limit, found }, message, { isRequestError: true });
  }
  if (fault instanceof DocumentInvalid) {
    const { code, message, locations } = fault;
    return new Refusal(400, { code }, message, { locations, isRequestError: true });
  }
  if (fault instanceof DocumentRefused) {
    // The older form of persisted documents expects 200, to try again with the text.
    const isRequestError = fault.code === 'PERSISTED_QUERY_NOT_FOUND';
    return new Refusal(400, { code: fault.code }, fault.message, { isRequestError });
  }
  return undefined;
}
