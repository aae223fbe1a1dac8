/** A document or a choice of its operation that GraphQL does not allow; the message holds nothing of the document. */
export class DocumentInvalid extends Error {
  readonly code: 'GRAPHQL_PARSE_FAILED' | 'GRAPHQL_VALIDATION_FAILED' | 'OPERATION_RESOLUTION_FAILURE';

  constructor(code: DocumentInvalid['code'], message: string) {
    super(message);
    this.code = code;
  }
}
