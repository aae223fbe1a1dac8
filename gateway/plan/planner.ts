import { type PlanNode, QueryPlanner } from '@graphql-hive/router-query-planner';
import { plannerLabel } from './override-labels.ts';
import { plannerSupergraph } from './planner-supergraph.ts';

export type {
  EntityBatchAlias,
  FetchNode,
  FetchNodePathSegment,
  FetchRewrite,
  FlattenNodePathSegment,
  PlanNode,
  RequiresSelection,
} from '@graphql-hive/router-query-planner';

/** Turns the text of one valid operation into a plan; equal text and labels give an equal plan. */
export type Planner = (
  text: string,
  operationName: string | undefined,
  labels: ReadonlySet<string>,
) => PlanNode | undefined;

/** Loads the planner for a supergraph. Planning is synchronous and knows inaccessible elements too. */
export function createPlanner(supergraph: string): Planner {
  const { sdl, nameOf } = plannerSupergraph(supergraph);
  const planner = new QueryPlanner(sdl);
  return (text, operationName, labels) => {
    const { node } = planner.plan(text, operationName, new Set([...labels].map(plannerLabel)), 0);
    return node && named(node, nameOf);
  };
}

function named<Node extends PlanNode>(node: Node, nameOf: (serviceName: string) => string): Node {
  const rename = (_key: string, value: unknown) => {
    const fetch = value as { readonly serviceName?: unknown } | null;
    return typeof fetch?.serviceName === 'string' ? { ...fetch, serviceName: nameOf(fetch.serviceName) } : value;
  };
  return JSON.parse(JSON.stringify(node), rename) as Node;
}
