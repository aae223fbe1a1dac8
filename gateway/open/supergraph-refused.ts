/** Why a supergraph is not served. */
export type SupergraphRefusal =
  | 'SUPERGRAPH_UNREADABLE'
  | 'SUPERGRAPH_UNPARSABLE'
  | 'SUPERGRAPH_NOT_COMPOSED'
  | 'SUPERGRAPH_URL_INVALID'
  | 'SUPERGRAPH_NOT_PLANNABLE';

/** A supergraph that cannot be served; the message says what was expected of it. */
export class SupergraphRefused extends Error {
  readonly code: SupergraphRefusal;

  constructor(code: SupergraphRefusal, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}
