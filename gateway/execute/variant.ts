import { type DocumentNode, GraphQLError, type OperationDefinitionNode } from 'graphql';
import type { PlanNode, Planner } from '../plan/planner.ts';
import { reduceOperation } from '../plan/reduce-operation.ts';
import type { Refused } from '../plan/refused.ts';
import type { RefusedSelection } from '../plan/refused-selections.ts';
import { splitComputed } from '../plan/split-computed.ts';
import type { Preparation } from './prepare.ts';
import { compileProjection, type Project } from './projection.ts';
import { compileSchedule, type Schedule } from './schedule.ts';
import { selectedPlaces } from './selected-places.ts';

/** An operation with all its `@skip` and `@include` decided, planned and compiled. */
export interface Variant {
  /** The planner's plan, undefined where there is nothing to fetch. */
  readonly plan: PlanNode | undefined;
  /** Names of the subgraphs that an execution may ask. */
  readonly subgraphs: ReadonlySet<string>;
  readonly schedule: Schedule | undefined;
  /** `__schema` and `__type` of the operation. */
  readonly introspection: DocumentNode | undefined;
  readonly refusals: readonly RefusedSelection[];
  readonly project: Project;
  /** Whether the client selected a place, given its response keys without list indices. */
  readonly isSelected: (keys: readonly string[]) => boolean;
}

/** Plans and compiles one variant. */
export function compileVariant(
  { schema, full, planner, computed, plannerKey, context }: Preparation,
  source: {
    readonly document: DocumentNode;
    readonly operation: OperationDefinitionNode;
    readonly refused: Refused;
    /** The active labels of progressive overrides. */
    readonly labels: ReadonlySet<string>;
    readonly variables: Readonly<Record<string, unknown>>;
  },
): Variant {
  const { document, operation, refused, labels, variables } = source;
  const reduced = reduceOperation(schema, document, operation, { refused, variables, plannerKey });
  const plan =
    reduced.operation === undefined ? undefined : planned(planner, reduced.text, operation.name?.value, labels);
  const parted = plan && splitComputed(plan, computed, context.keys);
  const schedule = parted && compileSchedule(parted, operation.operation === 'mutation', context);
  return {
    plan,
    subgraphs: new Set(schedule?.steps.map(({ target }) => target.subgraph)),
    schedule,
    introspection: reduced.introspection,
    refusals: reduced.refusals,
    project: compileProjection({ schema, full, plannerKey, ...source }),
    isSelected: selectedPlaces(reduced.operation),
  };
}

function planned(
  planner: Planner,
  text: string,
  operationName: string | undefined,
  labels: ReadonlySet<string>,
): PlanNode | undefined {
  try {
    return planner(text, operationName, labels);
  } catch (reason) {
    throw new GraphQLError('Expected an operation that can be planned, the planner refused this one.', {
      extensions: { code: 'PLANNING_FAILED' },
      originalError: reason instanceof Error ? reason : undefined,
    });
  }
}
