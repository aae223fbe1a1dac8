import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'graphql';
import { z } from 'zod';

/** The documents that each client may send. */
export interface TrustedDocuments {
  /** The text behind an id (`<sha256>` or `sha256:<sha256>`, in hexadecimal) of this client's. */
  text(client: string, documentId: string): string | undefined;
  /** Whether this very text is one of this client's. */
  isTrusted(client: string, text: string): boolean;
  /** The names of all their operations. */
  readonly operationNames: ReadonlySet<string>;
}

/** Documents by client, and by the hash of their text. */
export type Manifest = Record<string, Record<string, string>>;

/** A manifest that cannot be trusted; the message lists every fault. */
export class ManifestInvalid extends Error {
  readonly code = 'MANIFEST_INVALID';

  constructor(faults: readonly string[]) {
    super(`Expected a manifest { "<client>": { "<sha256 of the document>": "<document>" } }:\n${faults.join('\n')}`);
  }
}

const manifestShape = z.record(z.string().min(1), z.record(z.string(), z.string().min(1)));
const PREFIX = /^sha256:/;

/** Reads a manifest, a JSON file of documents by client and by the hash of their text; throws {@link ManifestInvalid}. */
export function loadTrustedDocuments(file: string): TrustedDocuments {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new ManifestInvalid([`The file cannot be read as JSON: ${(error as { code?: string }).code ?? 'not JSON'}.`]);
  }
  return trustedDocuments(json);
}

/** The documents of a manifest; throws {@link ManifestInvalid} where an id is not the hash of its text. */
export function trustedDocuments(manifest: unknown): TrustedDocuments {
  const read = manifestShape.safeParse(manifest);
  if (!read.success)
    throw new ManifestInvalid(read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
  const faults: string[] = [];
  const operationNames = new Set<string>();
  const clients = new Map<string, { texts: Map<string, string>; trusted: Set<string> }>();
  for (const [client, documents] of Object.entries(read.data)) {
    const texts = new Map<string, string>();
    for (const [documentId, text] of Object.entries(documents)) {
      const id = documentId.replace(PREFIX, '').toLowerCase();
      if (id !== documentHash(text)) faults.push(`${client}.${documentId}: not the SHA-256 of its document`);
      texts.set(id, text);
      for (const name of namesIn(text)) operationNames.add(name);
    }
    clients.set(client, { texts, trusted: new Set(texts.values()) });
  }
  if (faults.length > 0) throw new ManifestInvalid(faults);
  return {
    operationNames,
    text: (client, documentId) => clients.get(client)?.texts.get(documentId.replace(PREFIX, '').toLowerCase()),
    isTrusted: (client, text) => clients.get(client)?.trusted.has(text) ?? false,
  };
}

/** The names of a document's operations; none of one that cannot be read, which is refused when it is sent. */
function namesIn(text: string): string[] {
  try {
    const { definitions } = parse(text, { noLocation: true });
    return definitions.flatMap((definition) =>
      definition.kind === 'OperationDefinition' && definition.name ? [definition.name.value] : [],
    );
  } catch {
    return [];
  }
}

/** The id of a document: the SHA-256 of its text in UTF-8, in hexadecimal. */
export const documentHash = (text: string): string => createHash('sha256').update(text).digest('hex');
