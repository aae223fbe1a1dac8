import { LRUCache } from 'lru-cache';
import type { SubgraphRequest } from '../execute/subgraph-fetch.ts';

const MOST_DOCUMENTS = 10_000;
const MOST_CHARACTERS = 16 << 20;

/** Writes the bodies of requests as JSON, each document once: it is the same for every request of its plan. */
export function requestTexts(): (request: SubgraphRequest) => string {
  const heads = new LRUCache<string, string>({
    max: MOST_DOCUMENTS,
    maxSize: MOST_CHARACTERS,
    sizeCalculation: (head) => head.length,
  });
  return ({ document, operationName, variables }) => {
    let head = heads.get(document);
    if (head === undefined) {
      head = `{"query":${JSON.stringify(document)}`;
      heads.set(document, head);
    }
    const name = operationName === undefined ? '' : `,"operationName":${JSON.stringify(operationName)}`;
    const given = variables === undefined ? '' : `,"variables":${JSON.stringify(variables)}`;
    return `${head}${name}${given}}`;
  };
}
