import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { apiSchema, fullSchema } from '../plan/client-schema.ts';
import { fieldOwners } from '../plan/field-owners.ts';
import { fieldScopes } from '../plan/field-scopes.ts';

const file = resolve(import.meta.dirname, '..', '..', 'schema', 'sdl', 'supergraph.graphql');

/** The graph that the departments were last composed to, for commands that run beside the hub. */
export function committedGraph() {
  const supergraph = readFileSync(file, 'utf8');
  return {
    schema: apiSchema(supergraph),
    full: fullSchema(supergraph),
    required: fieldScopes(supergraph),
    ownerOf: fieldOwners(supergraph),
  };
}

export type CommittedGraph = ReturnType<typeof committedGraph>;
