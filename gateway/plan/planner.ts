import { type PlanNode, QueryPlanner } from '@graphql-hive/router-query-planner';

export type {
  EntityBatchAlias,
  FetchNode,
  FetchNodePathSegment,
  FetchRewrite,
  FlattenNodePathSegment,
  PlanNode,
  RequiresSelection,
} from '@graphql-hive/router-query-planner';

/** Turns the text of one valid operation into a plan; equal text gives an equal plan. */
export type Planner = (text: string, operationName: string | undefined) => PlanNode | undefined;

/** Loads the planner for a supergraph. Planning is synchronous and knows inaccessible elements too. */
export function createPlanner(supergraph: string): Planner {
  const planner = new QueryPlanner(supergraph);
  return (text, operationName) => planner.plan(text, operationName, new Set(), 0).node;
}
