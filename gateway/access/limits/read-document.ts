import { type GraphQLError, type GraphQLSchema, type OperationDefinitionNode, parse } from 'graphql';
import { LRUCache } from 'lru-cache';
import { type Definitions, definitionsOf } from './definitions.ts';
import { DocumentInvalid } from './document-invalid.ts';
import { checkSize } from './document-size.ts';
import { LimitExceeded, within } from './limit-exceeded.ts';
import type { Limits } from './limits.ts';
import { type OperationCost, operationCost } from './operation-cost.ts';
import { repeatedPairs } from './repeated-selections.ts';
import { type Weights, weightsOf } from './weights.ts';

/** An operation of a document that is within its limits. */
export interface ReadOperation extends OperationCost {
  readonly kind: OperationDefinitionNode['operation'];
  /** As the document names it. */
  readonly name: string | undefined;
}

/**
 * Reads a document and finds its operation of this name, or its only one. Throws LimitExceeded and DocumentInvalid; that
 * a document is read does not make it valid.
 */
export type ReadDocument = (source: string, operationName: string | undefined) => ReadOperation;

type Read = { readonly operations: ReadonlyMap<string, ReadOperation> } | { readonly refused: Error };

/** Reads documents against a schema and its limits. Each text is read once, and remembered whether refused or not. */
export function createReadDocument(schema: GraphQLSchema, supergraph: string, limits: Limits): ReadDocument {
  const weights = weightsOf(supergraph);
  const known = new LRUCache<string, Read>({ max: 2_000 });
  return (source, operationName) => {
    within(limits, 'characters', source.length);
    let read = known.get(source);
    if (!read) {
      read = readOnce(source, { schema, weights, limits });
      known.set(source, read);
    }
    if ('refused' in read) throw read.refused;
    const { operations } = read;
    const name = operationName ?? '';
    const operation = operations.get(name) ?? (name === '' && operations.size === 1 ? only(operations) : undefined);
    if (!operation) throw unresolved(name);
    return operation;
  };
}

function readOnce(
  source: string,
  { schema, weights, limits }: { schema: GraphQLSchema; weights: Weights; limits: Limits },
): Read {
  try {
    const definitions = parsed(source, limits);
    checkSize(definitions, limits);
    within(limits, 'repeats', repeatedPairs(definitions));
    const operations = new Map<string, ReadOperation>();
    for (const operation of definitions.operations) {
      const cost = operationCost(operation, definitions, schema, weights);
      const name = operation.name?.value;
      operations.set(name ?? '', { kind: operation.operation, name, ...cost });
    }
    return { operations };
  } catch (refused) {
    if (refused instanceof LimitExceeded || refused instanceof DocumentInvalid) return { refused };
    throw refused;
  }
}

function parsed(source: string, limits: Limits): Definitions {
  try {
    return definitionsOf(parse(source, { maxTokens: limits.tokens, noLocation: true }));
  } catch (error) {
    const { message, locations } = error as GraphQLError;
    const isTooLong = / contains more that \d+ tokens/.test(message);
    if (isTooLong) throw new LimitExceeded('tokens', limits.tokens, limits.tokens + 1);
    throw new DocumentInvalid('GRAPHQL_PARSE_FAILED', withoutQuotation(message), locations);
  }
}

/** Keeps of a syntax error which token was expected and which kind came, and drops what it said. */
const withoutQuotation = (message: string) =>
  message
    .replace(/ but got: [\s\S]*$/, '')
    .replace(/(String|BlockString|Int|Float|Name|Unexpected character:|sequence:) "?[\s\S]*$/, '$1')
    .replace(/:$/, '')
    .replace(/[^.]$/, '$&.');

const only = (operations: ReadonlyMap<string, ReadOperation>) => operations.values().next().value;

const unresolved = (name: string) =>
  new DocumentInvalid(
    'OPERATION_RESOLUTION_FAILURE',
    name === ''
      ? 'Expected `operationName`, since the document does not hold exactly one operation.'
      : 'Expected `operationName` to name an operation of the document.',
  );
