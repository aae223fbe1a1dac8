import type { IncomingMessage } from 'node:http';
import type { Limits } from '../access/limits/limits.ts';
import { Refusal } from './refusal.ts';
import { readJsonBody } from './request-body.ts';

/** The parameters of a GraphQL request (GraphQL over HTTP, “Request Parameters”). */
export interface RequestParameters {
  readonly query: string | undefined;
  readonly documentId: string | undefined;
  /** Of `extensions.persistedQuery`. */
  readonly sha256Hash: string | undefined;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Reads them from the query string of GET or the body of POST; throws a {@link Refusal} that names the wrong one. */
export async function readParameters(request: IncomingMessage, limits: Limits): Promise<RequestParameters> {
  const given = request.method === 'GET' ? searchParameters(request.url ?? '') : await readJsonBody(request, limits);
  if (!isRecord(given)) throw invalid('one JSON object as the body; batches are not taken');
  const extensions = record(given, 'extensions');
  const persisted = extensions?.['persistedQuery'];
  return {
    query: text(given, 'query'),
    documentId: text(given, 'documentId'),
    sha256Hash: isRecord(persisted) ? text(persisted, 'sha256Hash') : undefined,
    operationName: text(given, 'operationName'),
    variables: record(given, 'variables') ?? {},
  };
}

const JSON_PARAMETERS: readonly string[] = ['variables', 'extensions'];

function searchParameters(url: string): Record<string, unknown> {
  const given: Record<string, string> = {};
  const search = url.indexOf('?');
  if (search === -1) return given;
  for (const [name, value] of new URLSearchParams(url.slice(search + 1))) {
    if (Object.hasOwn(given, name)) throw invalid('each parameter once');
    given[name] = value;
  }
  const parameters: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    const isJson = JSON_PARAMETERS.includes(name);
    if (value === '' && (isJson || name === 'operationName')) continue;
    parameters[name] = isJson ? parsed(value, name) : value;
  }
  return parameters;
}

function parsed(json: string, name: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw invalid(`\`${name}\` to be JSON`);
  }
}

function text(given: Record<string, unknown>, name: string): string | undefined {
  const value = given[name] ?? undefined;
  if (value === undefined || typeof value === 'string') return value;
  throw invalid(`\`${name}\` to be a string`);
}

function record(given: Record<string, unknown>, name: string): Record<string, unknown> | undefined {
  const value = given[name] ?? undefined;
  if (value === undefined || isRecord(value)) return value;
  throw invalid(`\`${name}\` to be an object`);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const invalid = (expected: string) => new Refusal(400, { code: 'BAD_REQUEST' }, `Expected ${expected}.`);
