import { documentHash, type TrustedDocuments } from './trusted-documents.ts';

/** How a request names its document: by text, by id, or by both. */
export interface NamedDocument {
  readonly query: string | undefined;
  readonly documentId: string | undefined;
  /** Of `extensions.persistedQuery`. */
  readonly sha256Hash: string | undefined;
}

/** A request whose document is not known, not trusted, or not the one its id names. */
export class DocumentRefused extends Error {
  readonly code:
    | 'DOCUMENT_REQUIRED'
    | 'DOCUMENT_UNKNOWN'
    | 'PERSISTED_QUERY_NOT_FOUND'
    | 'DOCUMENT_NOT_TRUSTED'
    | 'DOCUMENT_MISMATCH';

  constructor(code: DocumentRefused['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** Finds the text of the document that a client's request names; throws {@link DocumentRefused}. */
export type ResolveDocument = (client: string, named: NamedDocument) => string;

/** Finds documents among the trusted ones; `open` takes any text besides. */
export function createResolveDocument(trusted: TrustedDocuments | undefined, open: boolean): ResolveDocument {
  return (client, { query, documentId, sha256Hash }) => {
    const id = documentId ?? sha256Hash;
    if (query === undefined) {
      if (id === undefined) throw new DocumentRefused('DOCUMENT_REQUIRED', 'Expected `query` or `documentId`.');
      const text = trusted?.text(client, id);
      if (text !== undefined) return text;
      // Clients of the older form look for this code and message.
      if (documentId === undefined) throw new DocumentRefused('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound');
      throw new DocumentRefused(
        'DOCUMENT_UNKNOWN',
        'Expected `documentId` of a document that this client has registered.',
      );
    }
    if (id !== undefined && id.replace(/^sha256:/, '').toLowerCase() !== documentHash(query)) {
      throw new DocumentRefused('DOCUMENT_MISMATCH', 'Expected an id that is the SHA-256 of `query`.');
    }
    if (!open && !trusted?.isTrusted(client, query)) {
      throw new DocumentRefused('DOCUMENT_NOT_TRUSTED', 'Expected a document that this client has registered.');
    }
    return query;
  };
}
