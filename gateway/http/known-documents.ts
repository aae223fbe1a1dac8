import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

const MOST_DOCUMENTS = 1_000;
const MOST_CHARACTERS = 16 << 20;

/** Documents that were found valid, by their text: they need not be read again. The ones used last are kept. */
export interface KnownDocuments {
  get(source: string): DocumentNode | undefined;
  add(source: string, document: DocumentNode): void;
}

/** Knows none yet. */
export function knownDocuments(): KnownDocuments {
  const documents = new LRUCache<string, DocumentNode>({
    max: MOST_DOCUMENTS,
    maxSize: MOST_CHARACTERS,
    sizeCalculation: (_, source) => source.length,
  });
  return {
    get: (source) => documents.get(source),
    add: (source, document) => void (documents.get(source) === document || documents.set(source, document)),
  };
}
