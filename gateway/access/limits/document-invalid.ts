import type { SourceLocation } from 'graphql';

/** A document or a choice of its operation that GraphQL does not allow; the message holds nothing of the document. */
export class DocumentInvalid extends Error {
  readonly code: 'GRAPHQL_PARSE_FAILED' | 'GRAPHQL_VALIDATION_FAILED' | 'OPERATION_RESOLUTION_FAILURE';

  /** Where in the document, as GraphQL tells it. */
  readonly locations: readonly SourceLocation[] | undefined;

  constructor(code: DocumentInvalid['code'], message: string, locations?: readonly SourceLocation[]) {
    super(message);
    this.code = code;
    this.locations = locations;
  }
}
