import type { EntityKeys } from '../plan/entity-keys.ts';
import type { TypeIndex } from './type-index.ts';

/** What the compilation of a plan needs to know of the supergraph. */
export interface PlanContext {
  readonly types: TypeIndex;
  readonly keys: EntityKeys;
  rootType(kind: 'query' | 'mutation' | 'subscription'): string;
}
