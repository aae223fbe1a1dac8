import { type ExecutionResult, executeSync, GraphQLError, type GraphQLSchema } from 'graphql';
import type { FieldOwner } from '../plan/field-owners.ts';
import type { ExecutionState } from './execution-state.ts';
import type { Fault } from './fault.ts';
import { usedVariables } from './fetch-step.ts';
import type { PreparedOperation } from './prepare.ts';
import { explains, Report } from './report.ts';
import { runSchedule } from './schedule.ts';
import type { SubgraphFetch, SubgraphRequest } from './subgraph-fetch.ts';
import type { Variant } from './variant.ts';

/** Executes a prepared operation; the contract is that of `Engine.execute`. */
export async function executePrepared(
  prepared: PreparedOperation,
  variables: Record<string, unknown>,
  fetch: SubgraphFetch,
  signal?: AbortSignal,
): Promise<ExecutionResult> {
  const coerced = prepared.coerce(variables);
  if ('errors' in coerced) {
    return { errors: coerced.errors };
  }
  const variant = variantOf(prepared, coerced.values);
  if ('errors' in variant) {
    return variant;
  }
  const state = start(variant, coerced.values, fetch);
  if (variant.schedule !== undefined) {
    const pending = runSchedule(variant.schedule, state, signal);
    if (pending !== undefined) {
      await pending;
    }
    state.closed = true;
  }
  introspect(variant, prepared.schema, variables, state);
  return answer(variant, prepared.ownerOf, state);
}

/** Where the events of a subscription come from. */
export type SubscriptionSource =
  | { readonly subgraph: string; readonly request: SubgraphRequest }
  | { readonly errors: readonly GraphQLError[] };

/** The request that opens the event stream of a prepared subscription. */
export function subscriptionSource(
  prepared: PreparedOperation,
  variables: Record<string, unknown>,
): SubscriptionSource {
  const coerced = prepared.coerce(variables);
  if ('errors' in coerced) {
    return coerced;
  }
  const variant = variantOf(prepared, coerced.values);
  if ('errors' in variant) {
    return variant;
  }
  const target = variant.schedule?.steps.find((step) => step.target.kind === 'subscription')?.target;
  if (target === undefined) {
    const refusals = refusalErrors(variant);
    return { errors: refusals.length > 0 ? refusals : [new GraphQLError('Expected a subscription to a field.')] };
  }
  const { subgraph, document, operationName, kind } = target;
  const used = usedVariables(target, coerced.values);
  return { subgraph, request: { document, operationName, kind, variables: used } };
}

function variantOf(
  prepared: PreparedOperation,
  variables: Record<string, unknown>,
): Variant | { readonly errors: readonly GraphQLError[] } {
  try {
    return prepared.variant(variables);
  } catch (error) {
    if (error instanceof GraphQLError) {
      return { errors: [error] };
    }
    throw error;
  }
}

function start(variant: Variant, variables: Record<string, unknown>, fetch: SubgraphFetch): ExecutionState {
  return { data: {}, variables, fetch, report: new Report(variant.isSelected), closed: false };
}

function refusalErrors({ refusals }: Variant): GraphQLError[] {
  return refusals.map(({ path, code, coordinate }) => {
    return new GraphQLError(`Not permitted: ${coordinate}.`, { path, extensions: { code, coordinate } });
  });
}

/** Answers `__schema` and `__type` from the schema itself, beside the subgraphs' data. */
function introspect(
  { introspection }: Variant,
  schema: GraphQLSchema,
  variables: Record<string, unknown>,
  { data, report }: ExecutionState,
): void {
  if (introspection === undefined) {
    return;
  }
  const result = executeSync({ schema, document: introspection, variableValues: variables });
  Object.assign(data, result.data);
  report.errors.push(...(result.errors ?? []));
}

function answer(variant: Variant, ownerOf: FieldOwner, { data, report }: ExecutionState): ExecutionResult {
  const faults: Fault[] = [];
  const projected = variant.project(data, faults);
  const refusals = refusalErrors(variant);
  for (const { path, expected, coordinate } of faults) {
    // A null that another error explains needs no second one.
    if (!explains(refusals, path) && !explains(report.errors, path)) {
      const message = `Expected ${expected}, found something else.`;
      const department = ownerOf(coordinate);
      const extensions = { code: 'SOURCE_INVALID', coordinate, ...(department === undefined ? {} : { department }) };
      report.add({ message, extensions }, path);
    }
  }
  if (refusals.length === 0 && report.errors.length === 0) {
    return { data: projected };
  }
  const errors = [...refusals, ...report.errorsBeside(projected)];
  return errors.length === 0 ? { data: projected } : { errors, data: projected };
}
