import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
} from 'graphql';
import { holds } from '../plan/inclusion.ts';
import type { Planner, PlanNode } from '../plan/planner.ts';
import { reduceOperation } from '../plan/reduce-operation.ts';
import type { Refused } from '../plan/refused.ts';
import type { PlanContext } from './plan-context.ts';
import { compileProjection, type Project } from './projection.ts';
import { compileSchedule, type Schedule } from './schedule.ts';
import { selectedPlaces } from './selected-places.ts';

/** An operation that is planned and compiled: made once, executed any number of times. */
export interface PreparedOperation {
  readonly kind: 'query' | 'mutation' | 'subscription';
  /** The schema whose types rule variables and introspection. */
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  /** The planner's plan, undefined where there is nothing to fetch. */
  readonly plan: PlanNode | undefined;
  /** Names of the subgraphs that an execution may ask. */
  readonly subgraphs: ReadonlySet<string>;
  readonly schedule: Schedule | undefined;
  readonly introspection: DocumentNode | undefined;
  readonly project: Project;
  readonly isSelected: (keys: readonly string[]) => boolean;
  /** The errors of the refused selections that these variables include. */
  refusals(variables: Record<string, unknown>): GraphQLError[];
}

/** What operations are prepared with. */
export interface Preparation {
  readonly schema: GraphQLSchema;
  readonly full: GraphQLSchema;
  readonly planner: Planner;
  readonly context: PlanContext;
}

/**
 * Plans and compiles one operation of a valid document, without its refused selections.
 * Throws a GraphQLError where there is no such operation or no plan for it.
 */
export function prepareOperation(
  { schema, full, planner, context }: Preparation,
  document: DocumentNode,
  operationName: string | undefined,
  refused: Refused,
): PreparedOperation {
  const operation = getOperationAST(document, operationName);
  if (operation === undefined || operation === null) {
    throw new GraphQLError(
      operationName === undefined
        ? 'Expected the name of an operation, since the document does not hold exactly one.'
        : 'Expected the name of an operation of the document, found another.',
      { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } },
    );
  }
  const reduced = reduceOperation(schema, document, operation, refused);
  const plan = reduced.operation === undefined ? undefined : planned(planner, reduced.text, operation.name?.value);
  const schedule = plan && compileSchedule(plan, operation.operation === 'mutation', context);
  return {
    kind: operation.operation,
    schema,
    operation,
    plan,
    subgraphs: new Set(schedule?.steps.map(({ target }) => target.subgraph)),
    schedule,
    introspection: reduced.introspection,
    project: compileProjection({ schema, full, document, operation, refused }),
    isSelected: selectedPlaces(reduced.operation),
    refusals: (variables) =>
      reduced.refusals
        .filter(({ conditions }) => holds(conditions, variables))
        .map(({ path, code, coordinate }) => {
          return new GraphQLError(`Not permitted: ${coordinate}.`, { path, extensions: { code, coordinate } });
        }),
  };
}

function planned(planner: Planner, text: string, operationName: string | undefined): PlanNode | undefined {
  try {
    return planner(text, operationName);
  } catch (reason) {
    throw new GraphQLError('Expected an operation that can be planned, the planner refused this one.', {
      extensions: { code: 'PLANNING_FAILED' },
      originalError: reason instanceof Error ? reason : undefined,
    });
  }
}
