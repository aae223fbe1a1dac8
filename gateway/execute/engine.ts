import { type DocumentNode, type ExecutionResult, GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import { apiSchema, fullSchema } from '../plan/client-schema.ts';
import { computedFields } from '../plan/computed-fields.ts';
import { contextualFields } from '../plan/contextual-fields.ts';
import { entityKeys } from '../plan/entity-keys.ts';
import { fieldOwners } from '../plan/field-owners.ts';
import { type ChooseLabels, overrideLabels } from '../plan/override-labels.ts';
import { createPlanner } from '../plan/planner.ts';
import { plannerKeys } from '../plan/planner-keys.ts';
import { NOTHING_REFUSED, type Refused } from '../plan/refused.ts';
import { executePrepared, type SubscriptionSource, subscriptionSource } from './execute.ts';
import { type Preparation, type PreparedOperation, prepareOperation } from './prepare.ts';
import { type PlanCacheCounts, PreparedCache } from './prepared-cache.ts';
import type { SubgraphFetch } from './subgraph-fetch.ts';
import { TypeIndex } from './type-index.ts';

export { drawnLabels } from '../plan/override-labels.ts';
export type { RefusalCode, Refused } from '../plan/refused.ts';
export type { SubscriptionSource } from './execute.ts';
export type { PreparedOperation } from './prepare.ts';
export type { PlanCacheCounts } from './prepared-cache.ts';
export type { SubgraphAnswer, SubgraphError, SubgraphFetch, SubgraphRequest } from './subgraph-fetch.ts';

const NO_LABELS: ReadonlySet<string> = new Set();

/** Plans operations over a supergraph and executes them. It knows no department. */
export interface Engine {
  /** The schema as clients see it: nothing of the federation's machinery, nothing inaccessible. */
  readonly schema: GraphQLSchema;

  /** The operations kept prepared. */
  readonly planCache: PlanCacheCounts;

  /**
   * Plans and compiles an operation without what the request is refused; kept by source, operation name, refused
   * coordinates and active labels, so that the next call with the same ones costs a look-up. Each refused selection
   * answers null with one error; the rest answers. `labels` are the active labels of progressive overrides
   * (`@override(label:)`); where they are not given, the engine's own choice counts. The document must be valid against
   * `schema`, and `source` must be its text.
   */
  prepare(
    document: DocumentNode,
    source: string,
    operationName: string | undefined,
    refused: Refused,
    labels?: ReadonlySet<string>,
  ): PreparedOperation;

  /** Prepares a trusted look-up of the hub itself, in which inaccessible elements can be read. Throws where invalid. */
  internal(source: string): PreparedOperation;

  /**
   * Executes a prepared operation. Never rejects for what a subgraph does: its failures are errors of the result.
   * Variables are coerced here; where they do not fit, the result holds `BAD_USER_INPUT` errors and no data.
   * When the signal aborts, what is not yet answered is `SOURCE_UNAVAILABLE` and the result comes at once.
   *
   * A subscription is executed once an event: `fetch` answers the request of kind `subscription` with the event.
   */
  execute(
    prepared: PreparedOperation,
    variables: Record<string, unknown>,
    fetch: SubgraphFetch,
    signal?: AbortSignal,
  ): Promise<ExecutionResult>;

  /** Where the events of a prepared subscription come from, or the errors of its variables. */
  subscriptionSource(prepared: PreparedOperation, variables: Record<string, unknown>): SubscriptionSource;
}

/**
 * Loads a supergraph. `planCacheSize` bounds the operations kept prepared, 1000 by default. `overrideLabels` chooses for
 * each request which labels of progressive overrides are active, none by default.
 */
export function createEngine({
  supergraph,
  planCacheSize = 1000,
  overrideLabels: choose = () => NO_LABELS,
}: {
  readonly supergraph: string;
  readonly planCacheSize?: number;
  readonly overrideLabels?: ChooseLabels;
}): Engine {
  const schema = apiSchema(supergraph);
  const full = fullSchema(supergraph);
  const preparation: Preparation = {
    schema,
    full,
    planner: createPlanner(supergraph),
    computed: computedFields(supergraph),
    plannerKey: plannerKeys(full),
    refuseContextual: contextualFields(supergraph),
    ownerOf: fieldOwners(supergraph),
    context: {
      types: new TypeIndex(full),
      keys: entityKeys(supergraph),
      rootType: (kind) => full.getRootType(kind as Parameters<GraphQLSchema['getRootType']>[0])?.name ?? kind,
    },
  };
  const knownLabels = overrideLabels(supergraph);
  const activeLabels = (given: ReadonlySet<string> | undefined): ReadonlySet<string> => {
    if (knownLabels.length === 0) {
      return NO_LABELS;
    }
    const chosen = given ?? choose(knownLabels);
    return new Set(knownLabels.filter((label) => chosen.has(label)));
  };
  const prepared = new PreparedCache(planCacheSize);

  return {
    schema,
    get planCache() {
      return prepared.counts;
    },
    prepare(document, source, operationName, refused, labels) {
      const active = activeLabels(labels);
      const key = `client\n${operationName ?? ''}\n${refused.key}${active.size === 0 ? '' : `\n${[...active].join(',')}`}`;
      return prepared.get(source, key, () => prepareOperation(preparation, document, operationName, refused, active));
    },
    internal: (source) =>
      prepared.get(source, 'internal', () => {
        const document = parse(source);
        const [error] = validate(full, document);
        if (error !== undefined) {
          throw new GraphQLError(`Expected a valid internal operation: ${error.message}`, { originalError: error });
        }
        return prepareOperation({ ...preparation, schema: full }, document, undefined, NOTHING_REFUSED, NO_LABELS);
      }),
    execute: executePrepared,
    subscriptionSource,
  };
}
